import Marketplace

/// What the columns of a row that go to no field hold.
struct Leftover {
    /// One JSON object, column names as keys; nil where nothing is left.
    let own: String?
    /// What other formats said, by id, where the row comes from an export of Plaza.
    let exported: [(format: String, source: String)]

    /// - Parameters:
    ///   - unused: 1-based positions of the columns that go to no field.
    ///   - names: of those columns, in the same order, each once.
    init(_ row: ForeignRow, unused: [Int], names: [String]) {
        var members: [String] = []
        var exported: [(String, String)] = []
        for (position, name) in zip(unused, names) {
            guard let cell = row[position - 1] else { continue }
            let text = cell.text ?? ""
            guard cell.literal != nil || !text.isEmpty else { continue }
            if name == CreatorExport.sourceColumn, let sources = Self.sources(cell.literal ?? text) {
                exported = sources
            } else {
                members.append(JSONDocument.quoted(name) + ":" + (cell.literal ?? JSONDocument.quoted(text)))
            }
        }
        own = row.leftover ?? (members.isEmpty ? nil : "{" + members.joined(separator: ",") + "}")
        self.exported = exported
    }

    /// The members of an exported `source`; nil where the text is none.
    private static func sources(_ text: String) -> [(String, String)]? {
        guard let (document, value) = JSONDocument.first(in: Array(text.utf8)), value.kind == .object else { return nil }
        let members = document.members(of: value)
        guard members.allSatisfy({ ImportFormat(rawValue: $0.key) != nil && $0.value.kind == .object }) else { return nil }
        return members.map { ($0.key, document.literal(of: $0.value)) }
    }

    /// Names of columns, each once: of two equal ones the second is "Name (2)".
    static func distinct(_ names: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return names.map { name in
            counts[name, default: 0] += 1
            let count = counts[name, default: 1]
            return count == 1 ? name : "\(name) (\(count))"
        }
    }
}
