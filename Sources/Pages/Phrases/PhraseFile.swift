/// A file that a translator can edit: `key = text`, a line each; what begins with `#` is a remark.
struct PhraseFile {
    /// Its name in `phrases/`, for faults.
    let name: String

    struct Line {
        /// 1-based.
        let number: Int
        let key: String
        let text: String

        /// - Throws: `PhraseFault` where the text leaves out a place of the one that it stands for: `{name}`, and `#` for
        ///   what a script fills in.
        func checkKeepsPlaces(of standard: String, in file: String) throws(PhraseFault) {
            if let place = WordingText(standard).places.subtracting(WordingText(text).places).min() {
                throw PhraseFault(file: file, line: number, reason: "leaves '{\(place)}' out of '\(key)'")
            }
            guard text.contains("#") || !standard.contains("#") else {
                throw PhraseFault(file: file, line: number, reason: "leaves '#' out of '\(key)'")
            }
        }

        /// - Throws: `PhraseFault` where the text has not exactly the places of the one that it stands for.
        func checkPlaces(against standard: String, in file: String) throws(PhraseFault) {
            try checkKeepsPlaces(of: standard, in: file)
            let wanted = WordingText(standard).places
            if let place = WordingText(text).places.subtracting(wanted).min() {
                throw PhraseFault(
                    file: file, line: number,
                    reason: "has '{\(place)}' in '\(key)', which has no such place: \(Self.list(wanted))")
            }
        }

        private static func list(_ places: Set<String>) -> String {
            places.isEmpty ? "it has none" : "it has " + places.sorted().map { "{\($0)}" }.joined(separator: ", ")
        }
    }

    /// - Throws: `PhraseFault` for the first line that is none.
    func lines(of source: String) throws(PhraseFault) -> [Line] {
        var lines: [Line] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let mark = line.firstIndex(of: "=") else {
                throw PhraseFault(file: name, line: index + 1, reason: "has no '='; write: key = text")
            }
            lines.append(Line(number: index + 1, key: line[..<mark].trimmed, text: line[line.index(after: mark)...].trimmed))
        }
        return lines
    }
}

extension Substring {
    /// Without the white space around it. By bytes: every command begins with these files.
    fileprivate var trimmed: String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[start..<utf8.index(after: end)])
    }
}

/// A file of phrases that cannot be used.
public struct PhraseFault: Error, Hashable, CustomStringConvertible {
    /// Its name in `phrases/`.
    public let file: String
    /// 1-based; 0 where no line is meant.
    public let line: Int
    public let reason: String

    public var description: String { "phrases/\(file)" + (line == 0 ? " " : ":\(line) ") + reason }
}
