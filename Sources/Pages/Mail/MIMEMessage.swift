public import Foundation

/// A mail of two parts, plain and HTML (RFC 5322, RFC 2046 §5.1.4), in bytes that any mail program can carry: ASCII, with lines
/// of at most 76 characters wherever that is possible.
public struct MIMEMessage: Sendable {
    private var headers: [(name: String, value: String)] = []
    private let plain: String
    private let html: String
    private let boundary: String

    /// - Parameter boundary: ASCII letters and digits that stand in neither part's base64, such as a UUID with `=_` before it.
    public init(plain: String, html: String, boundary: String) {
        (self.plain, self.html, self.boundary) = (plain, html, boundary)
    }

    /// Adds a header whose value is ASCII already.
    ///
    /// - Precondition: there is no line break in it.
    public mutating func add(_ name: String, _ value: String) {
        precondition(!value.utf8.contains { $0 < 0x20 || $0 > 0x7e }, "a structured header is ASCII on one line")
        headers.append((name, value))
    }

    /// Adds a header of free text, as encoded words where it is not plain ASCII (RFC 2047).
    public mutating func add(_ name: String, text: String) {
        headers.append((name, Self.encodedWords(text, behind: name)))
    }

    /// Adds an address with a name before it.
    public mutating func add(_ name: String, address: String, named display: String? = nil) {
        precondition(Self.canCarry(address), "an address is checked before")
        let words = display.map { Self.encodedWords($0, behind: name, alwaysEncoded: true) + "\n " } ?? ""
        headers.append((name, words + "<" + address + ">"))
    }

    /// Adds the day and time (RFC 5322 §3.3), in UTC.
    public mutating func addDate(_ date: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let day = "\(days[(parts.weekday ?? 1) - 1]), \(parts.day ?? 1) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0)"
        add("Date", "\(day) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000")
    }

    /// The whole mail with LF line breaks, as the sendmail interface takes it.
    public var bytes: [UInt8] {
        var text = headers.map { "\($0.name): \($0.value)\n" }.joined()
        text += "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"\(boundary)\"\n\n"
        for (type, content) in [("plain", plain), ("html", html)] {
            text += "--\(boundary)\nContent-Type: text/\(type); charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            text += Self.base64Lines(content)
        }
        return Array((text + "--\(boundary)--\n").utf8)
    }

    private static func base64Lines(_ text: String) -> String {
        // Line breaks inside of text are CRLF on the wire (RFC 2046 §4.1.1), and base64 carries them as they are.
        let wire = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        let encoded = Array(Data(wire.utf8).base64EncodedString().utf8)
        return stride(from: 0, to: encoded.count, by: 76).map { start in
            String(decoding: encoded[start..<min(start + 76, encoded.count)], as: UTF8.self) + "\n"
        }.joined()
    }

    /// Words on lines of at most 76 characters, none of which cuts a character (RFC 2047 §2, §5).
    ///
    /// - Parameter name: the header, which stands before the first of them.
    private static func encodedWords(_ text: String, behind name: String, alwaysEncoded: Bool = false) -> String {
        let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }))
        let isPlain = line.utf8.allSatisfy { (0x20...0x7e).contains($0) } && !line.contains("=?") && line.utf8.count <= 60
        if isPlain, !alwaysEncoded { return line }
        var words: [String] = []
        var piece: [UInt8] = []
        func close() {
            if !piece.isEmpty { words.append("=?utf-8?B?" + Data(piece).base64EncodedString() + "?=") }
            piece = []
        }
        // Three bytes are four characters of base64; 12 characters stand around them, and a space or the name before.
        func room() -> Int { (76 - 12 - (words.isEmpty ? name.utf8.count + 2 : 1)) / 4 * 3 }
        for character in line {
            // A character that is longer than a line is cut between its code points.
            let isLong = character.utf8.count > 30
            for part in isLong ? character.unicodeScalars.map({ Array(String($0).utf8) }) : [Array(character.utf8)] {
                if piece.count + part.count > room() { close() }
                piece += part
            }
        }
        close()
        return words.joined(separator: "\n ")
    }

    /// Whether an address can stand in a header as it is: a dot-atom and a domain (RFC 5322 §3.4.1), in ASCII.
    public static func canCarry(_ address: String) -> Bool {
        address.wholeMatch(of: /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~.\-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.\-]{0,250})/) != nil
            && !address.hasPrefix(".") && !address.contains("..") && !address.contains(".@")
    }
}
