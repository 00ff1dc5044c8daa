import Marketplace

/// A file that is imported, whatever its format: one table, or one for each format that stands in it.
struct ForeignFile {
    let tables: [ForeignTable]
    /// What is told of the file as a whole.
    let notes: [Diagnostic]

    /// Recognises the format by the content; the name decides only where the content could be several.
    ///
    /// - Parameters:
    ///   - categories: those of the site, which ids are looked up in.
    ///   - currency: what all amounts are in, whatever their labels say.
    /// - Throws: `ImportUsageError` where the file is of no known format.
    init(_ bytes: [UInt8], file: String, categories: CategoryList, currency: Currency?) throws(ImportUsageError) {
        if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06]) {
            tables = [try CreatorReport(bytes, file: file, currency: currency).table]
            notes = []
            return
        }
        if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
            throw ImportUsageError(
                "\(file) is a workbook of the old kind (.xls), or protected by a password",
                fix: "save it as .xlsx without a password, or as CSV", isFaultOfFile: true)
        }
        let text = try ForeignText(bytes, file: file)
        notes = text.note.map { [$0] } ?? []
        let first = text.bytes.first { $0 > 0x20 && $0 != 0xef && $0 != 0xbb && $0 != 0xbf }
        let named = CreatorFileFormat(fileName: file)
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            guard named == .jsonLines else {
                tables = [try ForeignTable(csv: text.bytes, file: file)]
                return
            }
            tables = [ForeignTable(jsonLines: text.bytes, file: file)]
            return
        }
        switch Self.shape(of: text.bytes) {
        case .lines: tables = [ForeignTable(jsonLines: text.bytes, file: file)]
        case .document:
            let reader = AnswerReader(text.bytes, file: file, categories: categories, currency: currency)
            tables = try reader.tables()
        case .noJSON where named == .csv: tables = [try ForeignTable(csv: text.bytes, file: file)]
        case .noJSON where file.lowercased().hasSuffix(".json"):
            tables = try AnswerReader(text.bytes, file: file, categories: categories, currency: currency).tables()
        case .noJSON: tables = [ForeignTable(jsonLines: text.bytes, file: file)]
        }
    }

    private enum Shape {
        case lines, document, noJSON
    }

    /// A flat object that ends on its line is JSON Lines; everything else is read as a whole.
    private static func shape(of bytes: [UInt8]) -> Shape {
        guard let (document, value) = JSONDocument.first(in: bytes) else { return .noJSON }
        guard value.kind == .object, !document.members(of: value).isEmpty,
            AnswerReader.kind(of: value, in: document) == .flat
        else { return .document }
        return bytes[value.start..<value.end].contains(0x0a) ? .document : .lines
    }
}
