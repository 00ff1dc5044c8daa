extension String {
    /// The text between single quotes, for a message: on one line, control and direction characters written as
    /// `\u{…}`, cut after 60 characters. Foreign text in a terminal can then neither move the cursor nor hide itself.
    var quoted: String {
        var result = "'"
        var count = 0
        for scalar in unicodeScalars {
            guard count < 60 else { return result + "…'" }
            count += 1
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
                result += scalar == "\n" ? "\\n" : "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }
}

/// "1 row", "2 rows".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// "1 address", "3 addresses".
func counted(_ count: Int, _ singular: String, _ plural: String) -> String { "\(count) \(count == 1 ? singular : plural)" }
