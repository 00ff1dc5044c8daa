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
        var drawn = [Bool](repeating: false, count: code.modules.count)
        for line in code.path.split(separator: "M") {
            let place = try #require(line.firstMatch(of: /^(\d+) (\d+)\.5/))
            var x = try #require(Int(place.1)) - QRCode.quietZone
            let y = try #require(Int(place.2)) - QRCode.quietZone
            for step in line.matches(of: /m(\d+) 0|h(\d+)/) {
                if let gap = step.1.flatMap({ Int($0) }) { x += gap }
                guard let length = step.2.flatMap({ Int($0) }) else { continue }
                for column in x..<(x + length) { drawn[y * code.size + column] = true }
                x += length
            }
        }
        #expect(drawn == code.modules)
    }

    @Test func aTextThatIsTooLongHasNoCode() {
        #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
    }

    @Test func theSameTextIsTheSameCode() {
        #expect(QRCode("a")?.path == QRCode("a")?.path)
        #expect(QRCode("a")?.path != QRCode("b")?.path)
    }
}
