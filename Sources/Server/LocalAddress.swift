/// An address of this server that a form names, to go back to.
enum LocalAddress {
    /// The address, relative to the top of the site; nil where the text could lead to another host.
    static func of(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= 2_000 else { return nil }
        let allowed = text.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard allowed, !path.hasPrefix("/"), !path.contains(":"), !path.contains("//"), !path.contains("..") else { return nil }
        return "./" + text
    }
}
