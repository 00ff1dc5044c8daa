/// Text that a spreadsheet must not take for a formula: an apostrophe before it makes it plain, as spreadsheets
/// themselves write it.
public enum SpreadsheetText {
    /// The text, behind an apostrophe where it begins like a formula, or like one that was made plain before.
    public static func neutralised(_ text: String) -> String { startsAsFormula(text) ? "'" + text : text }

    /// What `neutralised` was given.
    public static func restored(_ text: String) -> String {
        guard text.first == "'", startsAsFormula(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    /// Telephone numbers and other numbers begin with a sign, and are no formulas.
    private static func startsAsFormula(_ text: String) -> Bool {
        let bare = text.drop { $0 == "'" }
        switch bare.first {
        case "=", "@", "\t", "\r": return true
        case "+", "-": return bare.dropFirst().contains { !($0.isASCII && ($0.isNumber || " ().-/".contains($0))) }
        default: return false
        }
    }

    /// One row of a CSV file (RFC 4180), with its line break: each cell neutralised, and quoted where it has to be.
    public static func row(_ cells: [String]) -> String {
        cells.map { cell in
            let plain = neutralised(cell)
            let isQuoted = plain.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0a, 0x0d].contains($0) }
            return isQuoted ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
        }.joined(separator: ",") + "\r\n"
    }
}
