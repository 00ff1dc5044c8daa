import Marketplace

/// The amounts and bands of one record, and what they are in.
struct MoneyFields {
    /// One money figure of a source: an amount, a band, or both.
    struct Field {
        let column: CreatorColumn
        var amount: (text: String, value: RawValue)?
        var label: Currency?
        /// The label beside the amount, where it is a value of its own.
        var labelValue: RawValue?
        var band: Figure?
        var bandLabel: Currency?
        /// How the band reads.
        var bandText = ""
        /// The values that a band in a column stands for.
        var bandValues: [RawValue] = []
        /// The source says that it is not authorised.
        var isClosed = false
    }

    private let fields: [Field]
    private let override: Currency?

    /// - Parameter override: what all amounts are in, whatever their labels say.
    init(_ fields: [Field], override: Currency?) {
        (self.fields, self.override) = (fields, override)
    }

    /// What the record's amounts are in: as the import says, else as the first amount is labelled (GMV stands first),
    /// else the first band. Nil where nothing is labelled.
    private var currency: Currency? {
        override ?? fields.lazy.compactMap(\.label).first ?? fields.lazy.compactMap(\.bandLabel).first
    }

    /// Puts the figures into the record's columns. What does not fit together is noted.
    func apply(to record: inout SourceRecord, notes: inout SourceNotes) {
        let currency = currency
        var hasConflict: RawValue?
        var carriesMoney = false
        for field in fields {
            if field.isClosed {
                record.set(field.column, Figure.closedText, from: field.amount?.value)
                continue
            }
            if let amount = field.amount {
                if let label = field.label, let band = field.bandLabel, label != band, override == nil {
                    hasConflict = amount.value
                }
                guard override != nil || field.label == nil || field.label == currency else {
                    hasConflict = amount.value
                    continue
                }
                record.set(field.column, amount.text, from: amount.value)
                if FixedDecimal.isExact(amount.text) { record.carry(amount.value) }
                if field.label == currency { record.carry(field.labelValue) }
                carriesMoney = true
                compare(amount, with: field, currency, record, &notes)
            } else if let band = field.band, let text = band.nativeText {
                guard override != nil || field.bandLabel == nil || field.bandLabel == currency else {
                    hasConflict = field.bandValues.first
                    continue
                }
                record.set(field.column, text, from: field.bandValues.first)
                carriesMoney = true
            }
        }
        if carriesMoney, let currency { record.set(.currency, currency.rawValue, from: nil) }
        if let hasConflict {
            notes.note(.currencies, at: record.document.position(of: hasConflict), example: record.name)
        }
    }

    private func compare(
        _ amount: (text: String, value: RawValue), with field: Field, _ currency: Currency?, _ record: SourceRecord,
        _ notes: inout SourceNotes
    ) {
        guard let band = field.band, let number = FixedDecimal(amount.text),
            field.bandLabel == nil || field.bandLabel == currency
        else { return }
        let isInside: Bool
        switch band {
        case .range(let from, let to): isInside = number >= from && (to.map { number <= $0 } ?? true)
        case .known(let value): isInside = number == value
        case .closed, .missing: return
        }
        guard !isInside else { return }
        notes.tell(
            .importBand, at: record.document.position(of: amount.value),
            "'\(field.column.rawValue)' of \(record.name.quoted) is \(amount.text), and its band says \(field.bandText): the amount is taken",
            fix: "check it at the source; the band is kept with it")
    }
}

extension FixedDecimal {
    /// Whether six places hold all that a text says.
    static func isExact(_ text: String) -> Bool {
        guard FixedDecimal(text) != nil, !text.contains(where: { $0 == "e" || $0 == "E" }) else { return false }
        let places = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first ?? ""
        return places.dropFirst(placeCount).allSatisfy { $0 == "0" }
    }
}

extension SourceRecord {
    /// The username as it is written, for messages.
    var name: String { cells[.username]?.text ?? "a creator without a name" }
}
