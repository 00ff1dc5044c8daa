/// Entity tags (RFC 9110 §8.8.3).
enum EntityTags {
    /// Whether an `If-None-Match` header names the tag, or any.
    static func matches(_ header: String, _ tag: String) -> Bool {
        header.split(separator: ",").contains { item in
            let candidate = item.drop { $0 == " " || $0 == "\t" }
            let trimmed = candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate
            return trimmed == tag[...] || trimmed == "*" || trimmed.prefix { $0 != " " } == tag[...]
        }
    }
}
