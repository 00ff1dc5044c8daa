import NIOCore
import Testing

@testable import Server

@Suite("A1: who is one client")
struct ClientAddressTests {
    private func text(_ peer: String, forwarded: String? = nil, isBehindProxy: Bool = false) throws -> String {
        ClientAddress(
            peer: try SocketAddress(ipAddress: peer, port: 4_711), forwarded: forwarded, isBehindProxy: isBehindProxy
        ).text
    }

    @Test func isAnAddressOrANetworkOfIPv6() throws {
        #expect(try text("192.0.2.7") == "192.0.2.7")
        #expect(try text("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
        #expect(try text("2001:db8:1:2::9") == "2001:db8:1:2::/64")
        #expect(try text("::ffff:192.0.2.7") == "192.0.2.7")
        #expect(ClientAddress(peer: nil, forwarded: "192.0.2.7", isBehindProxy: true).text == "none")
    }

    @Test(arguments: [
        ("127.0.0.1", "198.51.100.1, 192.0.2.7", true, "192.0.2.7"), ("::1", "192.0.2.7", true, "192.0.2.7"),
        ("127.0.0.1", "[2001:db8::1]", true, "2001:db8:0:0::/64"), ("127.0.0.1", "192.0.2.7", false, "127.0.0.1"),
        ("192.0.2.9", "192.0.2.7", true, "192.0.2.9"), ("127.0.0.1", "unknown", true, "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7, nonsense", true, "127.0.0.1"), ("127.0.0.1", "", true, "127.0.0.1"),
    ])
    func believesTheProxyAndNobodyElse(peer: String, forwarded: String, isBehindProxy: Bool, expected: String) throws {
        #expect(try text(peer, forwarded: forwarded, isBehindProxy: isBehindProxy) == expected)
    }
}

@Suite("A1: how a browser is called in a list")
struct DeviceLabelTests {
    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36",
            "Chrome on Windows"
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0",
            "Edge on Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari on iPhone"
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
            "Samsung Internet on Android"
        ),
        ("curl/8.5.0", "curl"), ("", "Unknown browser"), ("<script>alert(1)</script>", "Unknown browser"),
    ])
    func saysWhatIsKnown(agent: String, expected: String) {
        #expect(DeviceLabel.text(userAgent: agent) == expected)
    }
}
