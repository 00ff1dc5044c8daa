import Foundation
import NIOCore

/// What tells one client from another when wrong passwords are counted.
struct ClientAddress {
    /// An IPv4 address, or the /64 network of an IPv6 address, which one client has for itself.
    let text: String

    /// - Parameters:
    ///   - peer: who is connected.
    ///   - forwarded: the `X-Forwarded-For` header.
    ///   - isBehindProxy: whether the site names a public address, so that a peer on this machine is its proxy. The last
    ///     entry of the header is the proxy's own; what stands before it is the client's to invent.
    init(peer: SocketAddress?, forwarded: String?, isBehindProxy: Bool) {
        let peerText = peer?.ipAddress ?? "none"
        guard isBehindProxy, Self.isLoopback(peerText), let last = forwarded?.split(separator: ",").last,
            let address = try? SocketAddress(ipAddress: Self.bare(last), port: 0)  // else the header names none
        else {
            text = Self.network(of: peer)
            return
        }
        text = Self.network(of: address)
    }

    private static func isLoopback(_ text: String) -> Bool {
        text == "::1" || text.hasPrefix("127.") || text.hasPrefix("::ffff:127.")
    }

    private static func bare(_ entry: Substring) -> String {
        entry.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"[]"))
    }

    private static func network(of address: SocketAddress?) -> String {
        guard let text = address?.ipAddress else { return "none" }
        if text.hasPrefix("::ffff:") { return String(text.dropFirst("::ffff:".count)) }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return text }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }
}
