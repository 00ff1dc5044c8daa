import Testing

@testable import Server

@Suite("A1: where one goes after signing in")
struct NextAddressTests {
    @Test(arguments: [
        ("invitations", "invitations"), ("/invitations", "invitations"),
        ("/ID/?category=health&sort=gmv", "ID/?category=health&sort=gmv"),
        ("creators/ayu.lestari.html#invite", "creators/ayu.lestari.html#invite"), ("settings?next=//x", "settings?next=//x"),
        ("invitations?from=2026-01-01T00:00:00Z", "invitations?from=2026-01-01T00:00:00Z"), ("ID/health/", "ID/health/"),
    ])
    func takesAddressesOfThisServer(written: String, expected: String) {
        #expect(NextAddress(written)?.text == expected)
    }

    @Test(arguments: [
        nil, "", "/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "http:evil.example", "javascript:alert(1)", "data:text/html,x", "a:b", "/a:b/c", "./x", "../x", "a/../../x",
        "a/%2e%2e/x",
        "a/%2E%2E/x", "a//evil.example", "a/%2f/evil.example", "a%5cb", "a/\tb", "a\nSet-Cookie: x=y", "a b", "?token=x",
        "#x", "@evil.example", ".evil.example", "é", "a\u{0}", "%2f%2fevil.example", "%68ttps%3a//evil.example",
        String(repeating: "a", count: 1_001),
    ])
    func takesNothingThatLeadsElsewhere(written: String?) {
        #expect(NextAddress(written) == nil)
    }
}
