/// A `Range` header (RFC 9110 §14.2) with a single range of bytes.
enum ByteRange: Equatable {
    case satisfiable(Range<Int>)
    case unsatisfiable

    /// Nil for what the server answers as if it were not there: other units, several ranges, nonsense.
    init?(_ header: String, byteCount: Int) {
        guard header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy(\.isASCII) }) else { return nil }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (let first?, let last?):
            guard first <= last else { return nil }
            self = first < byteCount ? .satisfiable(first..<min(last + 1, byteCount)) : .unsatisfiable
        case (let first?, nil) where ends[1].isEmpty:
            self = first < byteCount ? .satisfiable(first..<byteCount) : .unsatisfiable
        case (nil, let suffix?) where ends[0].isEmpty:
            self = suffix > 0 && byteCount > 0 ? .satisfiable(max(0, byteCount - suffix)..<byteCount) : .unsatisfiable
        default:
            return nil
        }
    }

    /// At most fifteen digits, so that sums cannot overflow.
    private static func number(_ text: Substring) -> Int? {
        text.count <= 15 && text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
    }
}
