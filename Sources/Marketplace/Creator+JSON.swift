/// What a native column holds.
public enum ColumnValue: Hashable, Sendable {
    case text(String)
    case number(FixedDecimal)
    /// A band, without an upper end where `to` is nil; written "1000..5000" or "1000..".
    case range(from: FixedDecimal, to: FixedDecimal?)
    case flag(Bool)
    case list([String])
}

extension Creator {
    /// What a column holds; nil where it is missing.
    public func value(of column: CreatorColumn) -> ColumnValue? {
        if let metric = column.metric {
            return metrics[metric] == .closed ? .text(Figure.closedText) : ColumnValue(metrics[metric])
        }
        if let channel = column.channel { return contacts[channel].map(ColumnValue.text) }
        if let label = column.label { return statedLabels[label].map(ColumnValue.flag) }
        return switch column {
        case .username: .text(username.text)
        case .nickname: .text(nickname)
        case .market: .text(market.rawValue)
        case .bio: bio.map(ColumnValue.text)
        case .profile: profile.map { .text($0.text) }
        case .photo: photo.map(ColumnValue.text)
        case .categories: categories.isEmpty ? nil : .list(categories.map(\.text))
        case .ecommerce: .flag(hasCommercePermission)
        case .accountType: .text(accountType.rawValue)
        case .agency: agency.map(ColumnValue.text)
        case .authorized: .flag(isAuthorized)
        case .contactVisible: .flag(showsContact)
        case .currency: .text(currency.rawValue)
        case .updated: updated.map { .text($0.description) }
        default: preconditionFailure("'\(column.rawValue)' is neither metric, channel nor label, and has no case here")
        }
    }

    /// The record as one JSON object on one line, keys in the order of the columns, missing ones left out.
    public var json: String { JSONLine.object(fields) }

    /// Appends `json`, with what a build worked out behind it.
    func appendDirectoryJSON(to bytes: inout [UInt8]) {
        var fields = fields
        if let score = computed.score { fields.append((ComputedKey.score.rawValue, .number(score))) }
        for label in WorkingLabel.allCases {
            if let holds = computed.labels[label] { fields.append((ComputedKey(label).rawValue, .flag(holds))) }
        }
        JSONLine.append(fields, to: &bytes)
    }

    private var fields: [(String, ColumnValue)] {
        CreatorColumn.allCases.compactMap { column in value(of: column).map { (column.rawValue, $0) } }
    }
}

extension PublicCreator {
    /// The native columns that everyone may see, in their order.
    public static let columns = CreatorColumn.allCases.filter { column in
        column.channel == nil && ![.profile, .photo, .ecommerce, .accountType].contains(column)
    }

    /// What a column holds; nil where it is missing, closed, or not for everyone.
    public func value(of column: CreatorColumn) -> ColumnValue? {
        if let metric = column.metric { return ColumnValue(metrics[metric]) }
        if let label = column.label {
            guard let state = labels[label], state == .yes || state == .no else { return nil }
            return .flag(state == .yes)
        }
        return switch column {
        case .username: .text(username.text)
        case .nickname: .text(nickname)
        case .market: .text(market.rawValue)
        case .bio: bio.map(ColumnValue.text)
        case .categories: categories.isEmpty ? nil : .list(categories.map(\.text))
        case .agency: agency.map(ColumnValue.text)
        case .authorized: .flag(isAuthorized)
        case .contactVisible: .flag(showsContact)
        case .currency: .text(currency.rawValue)
        case .updated: updated.map { .text($0.description) }
        default: nil
        }
    }

    /// The public fields as one JSON object on one line: `Creator.json` less what is private or closed.
    ///
    /// - Parameter profileHTML: the profile as it is published, under the key "profile_html".
    public func json(profileHTML: String?) -> String {
        var fields: [(String, ColumnValue)] = []
        for column in CreatorColumn.allCases {
            if column == .profile, let profileHTML { fields.append(("profile_html", .text(profileHTML))) }
            if let value = value(of: column) { fields.append((column.rawValue, value)) }
        }
        return JSONLine.object(fields)
    }
}

extension ColumnValue {
    /// Nil where the figure is closed or missing.
    init?(_ figure: Figure) {
        switch figure {
        case .known(let value): self = .number(value)
        case .range(let from, let to): self = .range(from: from, to: to)
        case .closed, .missing: return nil
        }
    }
}

/// Writes flat JSON objects, deterministically (RFC 8259).
enum JSONLine {
    static func object(_ fields: [(String, ColumnValue)]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        append(fields, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ fields: [(String, ColumnValue)], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONText.append(quoted: field.0, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(field.1, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func append(_ value: ColumnValue, to bytes: inout [UInt8]) {
        switch value {
        case .text(let text): JSONText.append(quoted: text, to: &bytes)
        case .number(let number): bytes.append(contentsOf: number.description.utf8)
        case .range(let from, let to):
            JSONText.append(quoted: from.description + ".." + (to?.description ?? ""), to: &bytes)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(quoted: item, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}

/// The keys of what a build worked out, in a record of the directory.
enum ComputedKey: String, CodingKey {
    case score = "computed_score"
    case quickToRespond = "computed_quick_to_respond"
    case postsFrequently = "computed_posts_frequently"
    case reliableWithSamples = "computed_reliable_with_samples"

    init(_ label: WorkingLabel) {
        self =
            switch label {
            case .quickToRespond: .quickToRespond
            case .postsFrequently: .postsFrequently
            case .reliableWithSamples: .reliableWithSamples
            }
    }
}
