/// Addresses below `/inbox/`, which hold a key.
enum InboxPath {
    static func isIn(_ path: String) -> Bool { path.hasPrefix("/inbox/") }

    /// The path without the key, for logs.
    static func loggable(_ path: String) -> String {
        guard isIn(path) else { return path }
        let rest = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        return (["/inbox", "…"] + rest.map(String.init)).joined(separator: "/")
    }
}
