import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The rows of one sheet of an XLSX workbook (ECMA-376, SpreadsheetML), as texts.
struct Worksheet {
    struct Cell {
        /// 1-based.
        let column: Int
        let text: String
    }

    struct Row {
        /// 1-based, as the sheet counts.
        let number: Int
        let cells: [Cell]
    }

    let rows: [Row]

    /// - Parameter sharedStrings: the texts that cells refer to by number.
    /// - Throws: `XMLFault` where the sheet is no XML.
    init(_ xml: [UInt8], sharedStrings: [String]) throws(XMLFault) {
        let reader = SheetReader(sharedStrings: sharedStrings)
        try reader.read(xml)
        rows = reader.rows
    }

    /// The texts of `xl/sharedStrings.xml`, in order.
    static func sharedStrings(_ xml: [UInt8]) throws(XMLFault) -> [String] {
        let reader = SharedStringReader()
        try reader.read(xml)
        return reader.strings
    }

    /// The column of a reference such as "C5"; nil where it is none.
    static func column(of reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column : nil
    }
}

/// Why a part of a workbook is no XML.
struct XMLFault: Error {
    let line: Int
}

/// Collects the text of elements; entities from outside are never read.
private class TextReader: NSObject, XMLParserDelegate {
    var text = ""

    func read(_ xml: [UInt8]) throws(XMLFault) {
        let parser = XMLParser(data: Data(xml))
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        guard parser.parse() else { throw XMLFault(line: parser.lineNumber) }
    }

    /// An element begins; its name is without a prefix.
    func begin(_ name: Substring, _ attributes: [String: String]) {}

    /// An element ends; `text` holds what stood since it was last emptied.
    func end(_ name: Substring) {}

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        begin(Self.local(name), attributes)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        end(Self.local(name))
    }

    private static func local(_ name: String) -> Substring { name.split(separator: ":").last ?? Substring(name) }
}

private final class SharedStringReader: TextReader {
    private(set) var strings: [String] = []
    private var whole = ""
    /// Readings for East Asian texts stand beside the text and are not part of it.
    private var isReading = false

    override func begin(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "si": whole = ""
        case "t": text = ""
        case "rPh": isReading = true
        default: break
        }
    }

    override func end(_ name: Substring) {
        switch name {
        case "t": if !isReading { whole += text }
        case "rPh": isReading = false
        case "si": strings.append(whole)
        default: break
        }
    }
}

private final class SheetReader: TextReader {
    private(set) var rows: [Worksheet.Row] = []
    private let sharedStrings: [String]
    private var cells: [Worksheet.Cell] = []
    private var (row, column, type) = (0, 0, "")
    private var inline = ""

    init(sharedStrings: [String]) { self.sharedStrings = sharedStrings }

    override func begin(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            (cells, column) = ([], 0)
        case "c":
            column = attributes["r"].flatMap(Worksheet.column(of:)) ?? column + 1
            type = attributes["t"] ?? "n"
            inline = ""
        case "v", "t": text = ""
        default: break
        }
    }

    override func end(_ name: Substring) {
        switch name {
        case "v", "t": inline += text
        case "c":
            let content =
                type == "s"
                ? Int(inline.trimmed).flatMap { sharedStrings.indices.contains($0) ? sharedStrings[$0] : nil } : inline
            if let content, !content.trimmed.isEmpty { cells.append(Worksheet.Cell(column: column, text: content.trimmed)) }
        case "row": if !cells.isEmpty { rows.append(Worksheet.Row(number: row, cells: cells)) }
        default: break
        }
    }
}
