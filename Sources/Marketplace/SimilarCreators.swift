/// Who is like whom among the creators of a market, by what everyone may see.
///
/// Likeness is counted in points: 2 for each category that both are in, 1 for a number of followers within a factor of two.
/// What a creator can close plays no part, since the pages of others would go on telling it until the next build.
public struct SimilarCreators: Sendable {
    /// One who is similar, with the reasons.
    public struct Match: Sendable, Equatable {
        public let creator: PublicCreator
        /// The categories that both are in, in the order of the creator who is looked at; never empty.
        public let categories: [Slug]
        public let hasSimilarFollowers: Bool

        var points: Int { categories.count * 2 + (hasSimilarFollowers ? 1 : 0) }
    }

    private let creators: [PublicCreator]
    /// Places in `creators` of those in a category, in order.
    private let places: [Slug: [Int]]

    /// How far from a creator others of a category are looked at, to either side.
    private static let reach = 12

    /// - Parameter creators: of one market, from the most followers.
    public init(_ creators: [PublicCreator]) {
        self.creators = creators
        var places: [Slug: [Int]] = [:]
        for (place, creator) in creators.enumerated() {
            for category in creator.categories { places[category, default: []].append(place) }
        }
        self.places = places
    }

    /// Those most like the creator at a place of the list, the most similar first; equals by how near they stand.
    ///
    /// Looks at the neighbours by followers in each category of the creator, so its cost does not grow with the market.
    public func matches(at place: Int, limit: Int) -> [Match] {
        let creator = creators[place]
        var near: Set<Int> = []
        for category in creator.categories {
            guard let list = places[category], let middle = Self.position(of: place, in: list) else { continue }
            near.formUnion(list[max(0, middle - Self.reach)..<min(list.count, middle + Self.reach + 1)])
        }
        near.remove(place)
        let found = near.map { (place: $0, match: Self.match(creator, with: creators[$0])) }
        let sorted = found.sorted { one, other in
            if one.match.points != other.match.points { return one.match.points > other.match.points }
            let distances = (abs(one.place - place), abs(other.place - place))
            return distances.0 != distances.1 ? distances.0 < distances.1 : one.place < other.place
        }
        return sorted.prefix(limit).map(\.match)
    }

    private static func match(_ creator: PublicCreator, with other: PublicCreator) -> Match {
        Match(
            creator: other, categories: creator.categories.filter(other.categories.contains),
            hasSimilarFollowers: areNear(creator.metrics[.followers], other.metrics[.followers]))
    }

    /// Whether both are known and within a factor of two of each other.
    private static func areNear(_ one: Figure, _ other: Figure) -> Bool {
        guard let first = one.value?.millionths, let second = other.value?.millionths, first > 0, second > 0 else {
            return false
        }
        let (smaller, larger) = (min(first, second), max(first, second))
        return larger - smaller <= smaller
    }

    private static func position(of place: Int, in sorted: [Int]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == place ? low : nil
    }
}
