public import Marketplace

/// Listed creators of one market with everything that a query can meet: ties, ranges, what is closed or missing, foreign
/// currencies, stated labels and scores, and names in the markets' scripts.
public struct RandomCreators {
    /// In the order of rows: by followers, unknown last, ties by username.
    public let creators: [PublicCreator]

    public static let categories = CategoryList(
        ["Beauty & Personal Care", "Health", "Food & Beverages", "Kids' Fashion", "Shoes", "Collectibles", "Never Used"]
            .compactMap { Category(name: $0) })

    static let names = [
        "Ayu Lestari", "Nguyễn Thị Hoa", "Đặng Văn Đức", "สมชาย ใจดี", "ปรียา", "Zoë O’Neill", "子轩 Tan", "Ünal ✨ live",
        "AYU", "ayu beauty", "José Dela-Cruz", "Straße", "STRASSE", "ﬁne Æon", "🛍️ shop", "Łukasz",
    ]

    public init(
        count: Int, market: Market = .id, seed: UInt64, closing isClosed: (Int) -> Bool = { _ in false }
    ) throws {
        var random = SeededGenerator(seed: seed)
        var creators: [Creator] = []
        var taken: Set<String> = []
        while creators.count < count {
            let stem = random.pick(["ayu", "Ayu", "linh.style", "the_shop", "x-ray", "live", "budi"])
            let username =
                stem + random.pick(["", ".", "_"]) + String(Int.random(in: 0..<count * 3, using: &random), radix: 36)
            guard taken.insert(username.lowercased()).inserted else { continue }
            creators.append(try Self.creator(username, market, &random))
        }
        self.creators = creators.sorted(by: Creator.hasMoreFollowers).enumerated().map { row, creator in
            var creator = creator
            if isClosed(row) { creator.isAuthorized = false }
            return PublicCreator(creator)
        }
    }

    private static func creator(_ username: String, _ market: Market, _ random: inout SeededGenerator) throws -> Creator {
        var creator = try Creator.sample(username, market: market)
        creator.nickname = random.pick(names)
        creator.isAuthorized = !random.oneIn(6)
        creator.agency = random.oneIn(5) ? "Kilau Media" : nil
        creator.currency = random.oneIn(12) ? .usd : market.currency
        let slugs = categories.all.dropLast().map(\.slug)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let slug = slugs[Int.random(in: 0..<slugs.count, using: &random) * Int.random(in: 1...2, using: &random) / 2]
            if !creator.categories.contains(slug) { creator.categories.append(slug) }
        }
        for metric in Metric.allCases { creator.metrics[metric] = figure(metric, &random) }
        for label in WorkingLabel.allCases where random.oneIn(3) {
            creator.statedLabels[label] = random.oneIn(2)
        }
        return creator
    }

    /// Few different values, so that bounds are often met exactly.
    private static func figure(_ metric: Metric, _ random: inout SeededGenerator) -> Figure {
        let value = FixedDecimal(millionths: value(of: metric, &random))
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1: return .missing
        case 2: return .closed
        case 3 where metric.kind == .money || metric == .followers:
            let upper = value.adding(FixedDecimal(millionths: 4_000_000_000))
            return .range(from: value, to: random.oneIn(3) ? nil : upper)
        default: return .known(value)
        }
    }

    private static func value(of metric: Metric, _ random: inout SeededGenerator) -> Int64 {
        switch metric.kind {
        case .share: Int64.random(in: 0...20, using: &random) * 50_000
        case .rating: Int64.random(in: 0...10, using: &random) * 500_000
        case .score: Int64.random(in: 0...40, using: &random) * 2_500_000
        case .count, .average, .hours, .seconds:
            (Int64(1) << Int64.random(in: 0...24, using: &random)) * Int64.random(in: 1...9, using: &random) * 1_000_000
        case .money: Int64.random(in: 0...50, using: &random) * 250_500_000
        }
    }
}
