import Marketplace

/// One creator in a file whose fields have a fixed meaning: what is carried over into native columns, and what is left.
struct SourceRecord {
    let document: JSONDocument
    let value: RawValue
    private(set) var cells: [CreatorColumn: ForeignCell] = [:]
    /// Where the values stand that a native column carries exactly.
    private var carried: Set<Int> = []

    init(_ value: RawValue, in document: JSONDocument) {
        (self.value, self.document) = (value, document)
    }

    var position: SourcePosition { document.position(of: value) }

    /// The value at a path of keys.
    func value(at path: [String]) -> RawValue? {
        path.reduce(value as RawValue?) { value, key in value.flatMap { document.member(key, of: $0) } }
    }

    /// What a text, number or flag at a path says; "--" says nothing.
    func text(at path: String...) -> String? {
        value(at: path).flatMap { document.text(of: $0) }.flatMap { $0 == "--" ? nil : $0 }
    }

    /// Puts a native text into a column.
    mutating func set(_ column: CreatorColumn, _ text: String, from value: RawValue?) {
        cells[column] = ForeignCell(text: text, position: value.map(document.position) ?? position)
    }

    /// Marks a value as carried, so that it is not among what is left.
    mutating func carry(_ value: RawValue?) {
        if let value { carried.insert(value.start) }
    }

    /// Takes a value over as it is.
    mutating func take(_ column: CreatorColumn, _ path: String...) {
        guard cells[column] == nil, let value = value(at: path), let text = document.text(of: value), text != "--" else {
            return
        }
        set(column, text, from: value)
        carry(value)
    }

    /// Takes a figure over, divided by a power of ten: 2 for hundredths, 4 for ten-thousandths.
    mutating func take(_ column: CreatorColumn, _ path: String..., places: Int) {
        guard cells[column] == nil, let value = value(at: path), let text = document.text(of: value), text != "--" else {
            return
        }
        guard let number = FixedDecimal(text), let scaled = FixedDecimal(text + "e-\(places)") else {
            return set(column, text, from: value)  // The decoder tells what is wrong with it.
        }
        set(column, scaled.description, from: value)
        // Below the sixth place a native figure ends: what it would round off stays with the source.
        if scaled.millionths * Self.powers[places] == number.millionths { carry(value) }
    }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000]

    /// What no native column carries, as one JSON object; nil where nothing is left.
    var leftover: String? { left(of: value) }

    private func left(of value: RawValue) -> String? {
        if carried.contains(value.start) { return nil }
        guard value.kind == .object else { return document.literal(of: value) }
        let members = document.members(of: value)
        let rest = members.compactMap { key, value in
            left(of: value).map { JSONDocument.quoted(key) + ":" + $0 }
        }
        if rest.isEmpty { return members.isEmpty && value.start != self.value.start ? "{}" : nil }
        return "{" + rest.joined(separator: ",") + "}"
    }
}
