import Marketplace
import Yams

extension YAMLFile {
    /// The text of an entry as it is written, numbers included, trimmed; nil, and told, where it is a list or mapping.
    mutating func text(_ entry: YAMLEntry) -> String? {
        guard case .scalar(let scalar) = entry.value else {
            tell(
                .yamlValue, at: entry.position, "'\(entry.key)' must be a text",
                fix: "write it on one line behind '\(entry.key):'")
            return nil
        }
        return scalar.string.trimmed
    }

    /// The text under a key; nil where the key is absent or empty.
    mutating func text(_ key: String) -> String? {
        guard let text = entry(key).flatMap({ text($0) }), !text.isEmpty else { return nil }
        return text
    }

    /// The text under a key that must be there.
    mutating func required(_ key: String) -> String? {
        if let text = text(key) { return text }
        if entry(key) == nil || entry(key).map({ $0.value.scalar?.string.trimmed == "" }) == true {
            let place = entries.first { $0.key == key }?.position ?? position(of: nil)
            tell(.yamlRequired, at: place, "'\(key)' is missing", fix: "write '\(key): …'")
        }
        return nil
    }

    /// The texts of a list, each with its place; a single text is a list of one.
    mutating func texts(_ entry: YAMLEntry) -> [(text: String, position: SourcePosition)] {
        guard case .sequence(let sequence) = entry.value else {
            return text(entry).map { [($0, entry.position)] } ?? []
        }
        var texts: [(String, SourcePosition)] = []
        for node in sequence {
            guard case .scalar(let scalar) = node else {
                tell(
                    .yamlValue, at: position(of: node.mark), "'\(entry.key)' must be a list of texts",
                    fix: "write '\(entry.key): [one, two]'")
                continue
            }
            texts.append((scalar.string.trimmed, position(of: scalar.mark)))
        }
        return texts
    }

    /// Each text of a list as a value; what is none is told.
    mutating func values<Value>(_ entry: YAMLEntry, of kind: String, known: [String], read: (String) -> Value?) -> [Value] {
        var values: [Value] = []
        for (text, place) in texts(entry) {
            if let value = read(text) {
                values.append(value)
            } else {
                tell(.yamlValue, at: place, "\(text.quoted) is no \(kind)", fix: NearestWord.fix(for: text, among: known))
            }
        }
        return values
    }

    /// What stands below a key; nothing where it is absent. What is not among `known`, or names no values, is told.
    mutating func members(of key: String, among known: [String]) -> [YAMLEntry] {
        guard let entry = entry(key) else { return [] }
        guard case .mapping = entry.value else {
            tell(
                .yamlValue, at: entry.position, "'\(key)' must name values", fix: "write '\(known[0]): …' on a line below it")
            return []
        }
        return entries(of: entry.value).filter { member in
            if known.contains(member.key) { return true }
            tell(
                .yamlKey, at: member.keyPosition, "\(member.key.quoted) is no key of '\(key)'",
                fix: NearestWord.fix(for: member.key, among: known))
            return false
        }
    }

    /// Yes or no under a key; nil where it is absent.
    mutating func flag(_ key: String) -> Bool? {
        guard let entry = entry(key), let text = text(entry) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            tell(.yamlValue, at: entry.position, "'\(key)' holds \(text.quoted)", fix: "write true or false")
            return nil
        }
    }

    /// The markets under a key; nil where it is absent.
    mutating func markets(_ key: String = "markets") -> Set<Market>? {
        guard let entry = entry(key) else { return nil }
        let count = diagnostics.count
        let markets = Set(values(entry, of: "market", known: Market.allCases.map(\.rawValue)) { Market(code: $0) })
        if markets.isEmpty, diagnostics.count == count {
            tell(
                .yamlValue, at: entry.position, "'\(key)' holds no market",
                fix: "name one at least, or leave '\(key)' out for all of them")
        }
        return markets
    }
}
