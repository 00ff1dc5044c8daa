/// Finds what was probably meant by a misspelt word.
public enum NearestWord {
    /// The candidate with the smallest edit distance to `word`, in any case; the first of several. Nil where none is
    /// near: more than a third of the letters, at least two, would have to change.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let target = Array(word.lowercased().unicodeScalars)
        guard (1...64).contains(target.count) else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let limit = max(2, max(target.count, scalars.count) / 3)
            guard abs(scalars.count - target.count) <= limit, scalars.count <= 64 else { continue }
            let distance = editDistance(target, scalars)
            if distance <= limit, distance < min(target.count, scalars.count), distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// A fix that names the nearest candidate, or, where none is near, all of them.
    static func fix(for word: String, among candidates: [String], all list: String? = nil) -> String {
        if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
        return "write one of " + (list ?? candidates.joined(separator: ", "))
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (optimal string
    /// alignment), in time of the product of their lengths.
    static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
                var cost = min(substituted, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
