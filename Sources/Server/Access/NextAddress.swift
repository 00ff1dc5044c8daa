import Marketplace

/// Where a member goes on to, after signing in or picking: an address of this server, and of no other.
struct NextAddress {
    /// Below the top of the site: no slash at its beginning, nothing that leads upwards.
    let text: String

    private static let longest = 1_000

    /// Nil for anything that a browser could take for another host's address, and for what is none.
    ///
    /// - Parameter written: with or without a slash at its beginning.
    init?(_ written: String?) {
        guard let written, written.utf8.count <= Self.longest else { return nil }
        let path = written.hasPrefix("/") ? String(written.dropFirst()) : written
        guard let first = path.utf8.first, Self.isWord(first), path.utf8.allSatisfy(Self.isAllowed) else { return nil }
        let address = path.prefix { $0 != "?" && $0 != "#" }
        let parts = PercentEncoding.decode(String(address)).split(separator: "/", omittingEmptySubsequences: false)
        // An empty part would make "//" of it, and a backslash or a colon may mean more to a browser than to us.
        guard parts.dropLast().allSatisfy({ !$0.isEmpty }),
            !parts.contains(where: { $0 == "." || $0 == ".." || $0.contains("\\") || $0.contains(":") })
        else { return nil }
        text = path
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool { isWord(byte) || "-._~%/?#=&+,;@!$'()*:".utf8.contains(byte) }
}
