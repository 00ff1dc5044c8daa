import Marketplace

extension SourceRecord {
    /// Takes over the ids or names that the site's categories know; others stay with the source, and are noted.
    mutating func takeCategories(at path: [String], of categories: CategoryList, notes: inout SourceNotes) {
        guard let list = value(at: path) else { return }
        takeCategories(
            document.items(of: list).compactMap { value in document.text(of: value).map { ($0, value) } },
            from: list, of: categories, notes: &notes)
    }

    mutating func takeCategories(
        _ texts: [(text: String, value: RawValue)], from list: RawValue, of categories: CategoryList,
        notes: inout SourceNotes
    ) {
        var names: [String] = []
        for (text, value) in texts {
            guard let category = categories.category(meant: text) else {
                notes.note(.categories, at: document.position(of: value), example: text)
                continue
            }
            if !names.contains(category.slug.text) { names.append(category.slug.text) }
        }
        if !names.isEmpty { set(.categories, names.joined(separator: ";"), from: list) }
    }

    /// Takes over a list of `{key, value}` shares whose keys mean columns.
    mutating func takeShares(at path: [String], column: (String) -> CreatorColumn?, notes: inout SourceNotes) {
        guard let list = value(at: path), let distribution = distribution(list, notes: &notes) else { return }
        for (key, share, value) in distribution.shares {
            guard let column = column(key) else { continue }
            set(column, share.description, from: value)
        }
    }

    mutating func takeFemaleShare(at path: [String], notes: inout SourceNotes) {
        guard let list = value(at: path), let distribution = distribution(list, notes: &notes) else { return }
        guard let female = distribution.shares.first(where: { Distribution.isFemale($0.key) == true }) else { return }
        set(.audienceFemale, female.share.description, from: female.value)
    }

    /// The shares of a list; nil, and noted, where they are none. The list stays with the source in any case: its
    /// convention and the keys that no column has are told by it alone.
    private func distribution(_ list: RawValue, notes: inout SourceNotes) -> Distribution? {
        guard !document.items(of: list).isEmpty else { return nil }
        do throws(Distribution.Fault) {
            return try Distribution(list, in: document)
        } catch {
            let example =
                switch error {
                case .notNumbers: "of \(name), not all numbers"
                case .sum(let sum): "of \(name), \(sum)"
                }
            notes.note(.distributions, at: document.position(of: list), example: example)
            return nil
        }
    }
}
