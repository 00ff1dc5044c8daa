import Fixtures
import Foundation

/// The table of docs/access.md.
struct AccessTable {
    /// "GET /settings" → role → what is expected.
    let lines: [(route: String, expected: [Role: String])]

    enum Role: String, CaseIterable {
        case nobody
        case creator
        case member
        case owner
        case token
    }

    init() throws {
        let text = try String(contentsOf: SourceTree.root.appending(path: "docs/access.md"), encoding: .utf8)
        lines = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let expected = zip(Role.allCases, cells.dropFirst()).map { ($0, $1) }
            return (
                cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`")), Dictionary(uniqueKeysWithValues: expected)
            )
        }
    }

    var routes: [String] { lines.map(\.route) }
}
