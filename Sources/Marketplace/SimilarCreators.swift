/// Who is like whom among the creators of a market, by what everyone may see.
///
/// Likeness is counted in points: 2 for each category that both are in, 1 for a number of followers within a factor of two.
/// What a creator can close plays no part, since the pages of others would go on telling it until the next build.
public struct SimilarCreators: Sendable {
    /// One who is similar, with the reasons.
    public struct Match: Sendable, Equatable {
        public let creator: PublicCreator
        /// Of the creator in the list that was looked through.
        public let place: Int
        /// The categories that both are in, in the order of the creator who is looked at; never empty.
        public let categories: [Slug]
        public let hasSimilarFollowers: Bool
    }

    private let creators: [PublicCreator]
    /// What is compared of each of them, so that those who are not shown need not be touched.
    private let traits: [Traits]
    /// Places in `creators` of those in each category, by its number, in order.
    private let places: [[Int32]]

    private struct Traits {
        /// The numbers of the categories.
        var categories: [Int32]
        /// Nil where it is not exactly known, or 0.
        var followers: Int64?
    }

    /// How far from a creator others of a category are looked at, to either side.
    private static let reach = 12

    /// - Parameter creators: of one market, from the most followers.
    public init(_ creators: [PublicCreator]) {
        self.creators = creators
        var numbers: [Slug: Int32] = [:]
        var places: [[Int32]] = []
        traits = creators.enumerated().map { place, creator in
            let categories = creator.categories.map { category in
                let number = numbers[category] ?? Int32(places.count)
                if Int(number) == places.count {
                    numbers[category] = number
                    places.append([])
                }
                places[Int(number)].append(Int32(place))
                return number
            }
            let followers = creator.metrics[.followers].value?.millionths
            return Traits(categories: categories, followers: followers.flatMap { $0 > 0 ? $0 : nil })
        }
        self.places = places
    }

    /// Those most like the creator at a place of the list, the most similar first; equals by how near they stand.
    ///
    /// Looks at the neighbours by followers in each category of the creator, so its cost does not grow with the market.
    public func matches(at place: Int, limit: Int) -> [Match] {
        let own = traits[place]
        var near: [Int32] = []
        for category in own.categories {
            let list = places[Int(category)]
            guard let middle = Self.position(of: Int32(place), in: list) else { continue }
            near += list[max(0, middle - Self.reach)..<min(list.count, middle + Self.reach + 1)]
        }
        near.sort()
        var best: [Candidate] = []
        var last = Int32(place)
        for other in near where other != last && other != place {
            last = other
            let candidate = Candidate(
                place: Int(other), points: Self.points(own, traits[Int(other)]), distance: abs(Int(other) - place))
            let position = best.firstIndex { candidate.precedes($0) } ?? best.count
            guard position < limit else { continue }
            best.insert(candidate, at: position)
            if best.count > limit { best.removeLast() }
        }
        return best.map { match(creators[place], own, with: $0.place) }
    }

    private struct Candidate {
        let place: Int
        let points: Int
        let distance: Int

        func precedes(_ other: Candidate) -> Bool {
            if points != other.points { return points > other.points }
            return distance != other.distance ? distance < other.distance : place < other.place
        }
    }

    private static func points(_ one: Traits, _ other: Traits) -> Int {
        one.categories.count { other.categories.contains($0) } * 2 + (areNear(one.followers, other.followers) ? 1 : 0)
    }

    private func match(_ creator: PublicCreator, _ own: Traits, with place: Int) -> Match {
        let other = creators[place]
        return Match(
            creator: other, place: place, categories: creator.categories.filter(other.categories.contains),
            hasSimilarFollowers: Self.areNear(own.followers, traits[place].followers))
    }

    /// Whether both are known and within a factor of two of each other.
    private static func areNear(_ one: Int64?, _ other: Int64?) -> Bool {
        guard let one, let other else { return false }
        let (smaller, larger) = (min(one, other), max(one, other))
        return larger - smaller <= smaller
    }

    private static func position(of place: Int32, in sorted: [Int32]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == place ? low : nil
    }
}
