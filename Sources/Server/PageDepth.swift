import Hummingbird

/// Where an address stands below the top of the site, for relative links.
enum PageDepth {
    /// The address without its leading "/".
    static func path(of request: Request) -> String { String(request.uri.path.drop { $0 == "/" }) }

    /// What leads from it to the top: "./", "../", "../../" …
    static func top(of request: Request) -> String {
        let depth = path(of: request).utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
