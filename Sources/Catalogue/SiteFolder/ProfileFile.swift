import Marketplace
import Yams

/// Reads `profiles/USERNAME.md`: the body is the long profile, front matter overrides fields of the creator.
struct ProfileFile {
    static let folder = "profiles"

    let body: String
    let diagnostics: [Diagnostic]
    private let overrides: RecordBuilder
    private let file: String

    /// Reads the text of the file, with line breaks as LF.
    init(_ text: String, file: String) {
        self.file = file
        let matter = FrontMatter(text, file: file)
        body = matter.body
        var yaml = YAMLFile(matter.yaml ?? "", file: file, lineOffset: FrontMatter.lineOffset)
        var overrides = RecordBuilder()
        if let fault = matter.fault { yaml.diagnostics.append(fault) }
        yaml.tellUnknownKeys(among: ColumnPlan.names)
        for entry in yaml.entries {
            guard let number = ColumnPlan.names.firstIndex(of: entry.key), !entry.value.isEmptyScalar else { continue }
            if let told = Self.refusal(of: entry.key) {
                yaml.tell(.yamlKey, at: entry.keyPosition, told.message, fix: told.fix)
                continue
            }
            let isList = entry.key == CreatorColumn.categories.rawValue
            let text = isList ? yaml.texts(entry).map(\.text).joined(separator: ";") : yaml.text(entry)
            if let text { overrides.add(text, as: number, at: entry.position) }
        }
        self.overrides = overrides
        diagnostics = yaml.diagnostics
    }

    private static func refusal(of key: String) -> (message: String, fix: String)? {
        switch key {
        case CreatorColumn.username.rawValue: ("the file's name is the username", "take 'username' out")
        case CreatorColumn.profile.rawValue: ("the text below the front matter is the profile", "write the profile there")
        default: nil
        }
    }

    /// Puts the front matter's fields and the body into the creator; returns what is wrong with them.
    func apply(to creator: inout Creator, categories: CategoryList, served: Set<Market>) -> [Diagnostic] {
        var decoder = CreatorDecoder(file: file, categories: categories, served: served)
        decoder.override(overrides.record, in: overrides.bytes, of: &creator)
        if !body.isEmpty {
            var text = RecordBuilder()
            text.add(body, as: ColumnPlan.names.firstIndex(of: CreatorColumn.profile.rawValue) ?? 0, at: .start)
            decoder.apply(text.record, in: text.bytes, plans: ColumnPlan.all, to: &creator)
        }
        return decoder.diagnostics
    }
}

extension CreatorDecoder {
    /// Sets every field of a record, nickname and market included; the username stays.
    mutating func override(_ record: RawRecord, in bytes: [UInt8], of creator: inout Creator) {
        for field in record.fields {
            switch ColumnPlan.all[field.name]?.column {
            case .nickname: creator.nickname = text(field, bytes, .nickname) ?? creator.nickname
            case .market:
                guard let market = market(field, bytes) else { continue }
                // A currency that only followed the market follows the new one; one that is stated is set below.
                if creator.currency == creator.market.currency { creator.currency = market.currency }
                creator.market = market
            default: continue
            }
        }
        apply(record, in: bytes, plans: ColumnPlan.all, to: &creator)
    }
}
