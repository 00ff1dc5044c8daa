import Testing

@testable import QRCode

@Suite struct QRCodeTests {
    @Test func hasTheThreeFinderPatternsOfEveryCode() throws {
        let code = try #require(QRCode("https://www.tiktok.com/@ayu.lestari"))
        let corners = [(0, 0), (0, code.size - 7), (code.size - 7, 0)]
        for (row, column) in corners {
            let pattern = (0..<7).map { y in
                (0..<7).map { x in code.modules[(row + y) * code.size + column + x] ? "#" : "." }.joined()
            }
            #expect(pattern == ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"])
        }
        #expect((code.size - 17).isMultiple(of: 4))
    }

    @Test func thePathCoversTheDarkModulesAndNoOther() throws {
        let code = try #require(QRCode("plaza"))
        var dark = 0
        for run in code.path.split(separator: "M") {
            let numbers = run.split { !"0123456789".contains($0) }.compactMap { Int($0) }
            let (x, y, length) = (numbers[0] - QRCode.quietZone, numbers[1] - QRCode.quietZone, numbers[2])
            for column in x..<(x + length) { #expect(code.modules[y * code.size + column]) }
            dark += length
        }
        #expect(dark == code.modules.count { $0 })
    }

    @Test func aTextThatIsTooLongHasNoCode() {
        #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
    }

    @Test func theSameTextIsTheSameCode() {
        #expect(QRCode("a")?.path == QRCode("a")?.path)
        #expect(QRCode("a")?.path != QRCode("b")?.path)
    }
}
