import Foundation

/// The path of a request as names below `public/`; it cannot lead out.
struct StaticPath {
    /// None is empty, "." or "..", or holds a slash, a backslash or a control character.
    let parts: [String]
    /// Whether the path ends with a slash, and so means the folder's index.
    let isFolder: Bool

    /// - Parameter path: as it stands in the request, percent-encoded, beginning with "/".
    /// - Throws: `Problem` 404 for a path that is no path of a file.
    init(_ path: String) throws(Problem) {
        var parts: [String] = []
        for part in path.drop(while: { $0 == "/" }).split(separator: "/", omittingEmptySubsequences: false) {
            guard let name = part.removingPercentEncoding, Self.isSafe(name) || name.isEmpty else { throw .notFound() }
            parts.append(name)
        }
        isFolder = parts.isEmpty || parts.last == ""
        if parts.last == "" { parts.removeLast() }
        guard !parts.contains("") else { throw .notFound() }
        self.parts = parts
    }

    private static func isSafe(_ name: String) -> Bool {
        name != "." && name != ".."
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0.value != 0x7f }
    }
}
