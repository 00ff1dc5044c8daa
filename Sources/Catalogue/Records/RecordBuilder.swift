/// Makes a record out of texts that stand elsewhere (front matter, normalised cells), so that one decoder reads them
/// all. The names are the numbers of `CreatorColumn.allCases`.
struct RecordBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var record = RawRecord()

    /// Adds a value; its diagnostics will point to `position`.
    mutating func add(_ text: String, as name: Int, at position: SourcePosition) {
        let start = bytes.count
        bytes += text.utf8
        record.fields.append(RawField(name: name, value: RawValue(.cell, start, bytes.count), position: position))
    }
}
