/// Text that a spreadsheet must not take for a formula: an apostrophe before it makes it plain, as spreadsheets
/// themselves write it.
enum SpreadsheetText {
    /// The text, behind an apostrophe where it begins like a formula, or like one that was made plain before.
    static func neutralised(_ text: String) -> String { startsAsFormula(text) ? "'" + text : text }

    /// What `neutralised` was given.
    static func restored(_ text: String) -> String {
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
}
