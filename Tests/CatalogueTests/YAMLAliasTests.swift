import Testing

@testable import Catalogue

@Suite struct YAMLAliasTests {
    private func faults(_ yaml: String) -> [String] {
        YAMLFile(yaml, file: "site.yaml").diagnostics.map { "\($0.line):\($0.column) \($0.id.rawValue)" }
    }

    @Test func refusesAnAliasBeforeItIsMultiplied() {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        for (name, previous) in zip("bcdefghijklm", "abcdefghijkl") {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(previous)", count: 9).joined(separator: ",") + "]\n"
        }
        #expect(faults(bomb + "? *m\n: 1\n") == ["2:8 yaml.syntax"])
    }

    @Test(arguments: [
        "bio: \"Beauty - *honest* reviews\"", "name: \"Food, &Co\"", "# - *optional*\nname: x",
        "bio: |\n  *DM untuk endorse*\n  & *more*",
        "service: food, *fresh*", "name: hi, &amp; so", "base_url: https://x.example/?&b=2", "name: Tom & Jerry",
        "name: AT&T *AT*",
    ])
    func takesStarsAndAmpersandsInTexts(yaml: String) {
        #expect(faults(yaml).isEmpty, "\(faults(yaml))")
    }
}
