/// Where a link may lead that somebody else wrote.
enum LinkTarget {
    /// Whether the target is an absolute address with scheme `http`, `https` or `mailto` (RFC 3986 §3.1).
    ///
    /// A list of what is allowed, as a list of what is forbidden always lacks one. Relative targets are out: the text
    /// does not know on which page it will stand.
    static func isSafe(_ target: String) -> Bool {
        guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let rest = target[target.utf8.index(after: colon)...]
        return switch target[..<colon].lowercased() {
        case "http", "https": rest.hasPrefix("//")
        case "mailto": !rest.isEmpty
        default: false
        }
    }
}
