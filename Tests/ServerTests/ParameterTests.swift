import Fixtures
import Foundation
import Testing

@testable import Server

@Suite("C3: parameters of an address")
struct ParameterTests {
    /// What is written as it is is taken apart by bytes; what is encoded goes another way.
    @Test(arguments: 0..<200)
    func plainParametersReadAsEncodedOnes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let query = String(
            (0..<Int.random(in: 0...24, using: &random)).map { _ in "ab1.-~=&\"#?/".randomElement(using: &random) ?? "a" })
        let encoded = query.map { "&=".contains($0) ? String($0) : $0.utf8.map { "%" + String($0, radix: 16) }.joined() }
            .joined()
        let plain = try SubmittedForm.decoded(query: query)
        let decoded = try SubmittedForm.decoded(query: encoded)
        #expect(plain.map(\.name) == decoded.map(\.name))
        #expect(plain.map(\.value) == decoded.map(\.value))
    }

    @Test(arguments: [
        ("a=1&b=2", [["a", "1"], ["b", "2"]]), ("&&a", [["a", ""]]), ("=x", [["", "x"]]), ("a==b", [["a", "=b"]]),
        ("a=b+c", [["a", "b c"]]), ("a%3D=%26", [["a=", "&"]]), ("a=%0D%0Ab", [["a", "\nb"]]), ("a=é", [["a", "é"]]),
        ("a=+\u{301}", [["a", "+\u{301}"]]), ("", []),
    ])
    func takesAddressesApart(query: String, expected: [[String]]) throws {
        #expect(try SubmittedForm.decoded(query: query).map { [$0.name, $0.value] } == expected)
    }
}
