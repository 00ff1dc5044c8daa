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
    }

    private let creators: [PublicCreator]
    /// What likeness is counted by, at the places of `creators`.
    private let traits: [Traits]
    /// Places in `creators` of those in a category, in order, by the category's number.
    private let places: [[Int]]

    private struct Traits {
        /// Numbers of its categories.
        let categories: [Int]
        let followers: Figure
    }

    /// One to be weighed, in the order in which they are preferred.
    private struct Candidate: Comparable {
        let place: Int
        let points: Int
        let distance: Int

        static func < (a: Self, b: Self) -> Bool {
            if a.points != b.points { return a.points > b.points }
            return a.distance != b.distance ? a.distance < b.distance : a.place < b.place
        }
    }

    /// How far from a creator others of a category are looked at, to either side.
    private static let reach = 12

    /// - Parameter creators: of one market, from the most followers.
    public init(_ creators: [PublicCreator]) {
        self.creators = creators
        var numbers: [Slug: Int] = [:]
        var places: [[Int]] = []
        traits = creators.enumerated().map { place, creator in
            let categories = creator.categories.map { category in
                let number = numbers[category, default: places.count]
                if number == places.count {
                    numbers[category] = number
                    places.append([])
                }
                places[number].append(place)
                return number
            }
            return Traits(categories: categories, followers: creator.metrics[.followers])
        }
        self.places = places
    }

    /// Those most like the creator at a place of the list, the most similar first; equals by how near they stand.
    ///
    /// Looks at the neighbours by followers in each category of the creator, so its cost does not grow with the market.
    public func matches(at place: Int, limit: Int) -> [Match] {
        let own = traits[place]
        var near: [Candidate] = []
        for category in own.categories {
            let list = places[category]
            guard let middle = Self.position(of: place, in: list) else { continue }
            for other in list[max(0, middle - Self.reach)..<min(list.count, middle + Self.reach + 1)] where other != place {
                let points = Self.points(own, traits[other])
                near.append(Candidate(place: other, points: points, distance: abs(other - place)))
            }
        }
        near.sort()
        // Who shares several categories was met several times, and stands beside themselves.
        var nearest: [Int] = []
        for candidate in near where candidate.place != nearest.last {
            guard nearest.count < limit else { break }
            nearest.append(candidate.place)
        }
        return nearest.map { Self.match(creators[place], with: creators[$0]) }
    }

    private static func points(_ own: Traits, _ other: Traits) -> Int {
        own.categories.count(where: other.categories.contains) * 2 + (areNear(own.followers, other.followers) ? 1 : 0)
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
