/// A message with variables, taken apart: `Hi {{nickname}}, …` (SPEC I7).
///
/// A variable is a name of small letters and `_` between two pairs of braces, with or without spaces inside. All else that
/// has braces is text.
public struct MessageText: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case text(Substring)
        case variable(MessageVariable)
        case unknown(name: String)
    }

    private let parts: [Part]

    /// - Complexity: linear in the length of `source`.
    public init(_ source: String) {
        var parts: [Part] = []
        var rest = source[...]
        while let match = rest.firstMatch(of: /\{\{[ \t]*([a-z_]+)[ \t]*\}\}/) {
            parts.append(.text(rest[..<match.range.lowerBound]))
            let name = String(match.1)
            parts.append(MessageVariable(rawValue: name).map(Part.variable) ?? .unknown(name: name))
            rest = rest[match.range.upperBound...]
        }
        self.parts = parts + [.text(rest)]
    }

    /// Whether every creator gets the same text.
    public var isConstant: Bool { parts.count == 1 }

    /// Names in braces that are no variable, each once, in their order.
    public var unknownNames: [String] {
        var seen: Set<String> = []
        return parts.compactMap { part in
            if case .unknown(let name) = part, seen.insert(name).inserted { name } else { nil }
        }
    }

    /// The text for one creator.
    ///
    /// Values are written as Markdown text: a nickname that looks like a link stays a nickname (CommonMark §2.4).
    ///
    /// - Throws: `UnresolvedVariables` where a variable has no value here, or a name is no variable.
    public func filled(with values: MessageValues) throws(UnresolvedVariables) -> String {
        var text = ""
        var missing: [String] = []
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .variable(let variable):
                guard let value = values[variable] else {
                    missing.append(variable.rawValue)
                    continue
                }
                text += Self.escaped(value)
            case .unknown(let name): missing.append(name)
            }
        }
        guard missing.isEmpty else { throw UnresolvedVariables(names: missing) }
        return text
    }

    /// Every ASCII punctuation mark may stand behind a backslash and then means itself. Marks that mean something at an end of
    /// the value only are left alone inside of it: in code and in addresses, where there are no escapes, `mia.b-c_d` stays.
    private static func escaped(_ value: String) -> String {
        let scalars = Array(value.unicodeScalars)
        var text = ""
        for (index, scalar) in scalars.enumerated() {
            let isEnd = index == 0 || index == scalars.count - 1
            if markup.contains(scalar) || isEnd && markupAtEnds.contains(scalar) || closesNumber(at: index, in: scalars) {
                text.unicodeScalars.append("\\")
            }
            text.unicodeScalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return text
    }

    /// Whether a value begins with digits and this mark, as an item of an ordered list does (CommonMark §5.2).
    private static func closesNumber(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        index > 0 && (scalars[index] == "." || scalars[index] == ")")
            && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    }

    private static let markup = Set("\\`*[]<>()!|~&{}\"".unicodeScalars)
    private static let markupAtEnds = Set("_-+=#:/@'.".unicodeScalars)
}

/// Variables of a message that have no value for a creator, or are none.
public struct UnresolvedVariables: Error, Hashable, Sendable {
    /// In the order of the message; one at least.
    public let names: [String]

    public init(names: [String]) { self.names = names }
}
