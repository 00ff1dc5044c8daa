import Marketplace

extension CreatorDecoder {
    /// The text of a value, trimmed, with line breaks as LF. Nil, and told, where it is nested, not UTF-8 or holds
    /// control characters; bio and profile may hold line breaks and tabs.
    mutating func text(_ field: RawField, _ bytes: [UInt8], _ column: CreatorColumn) -> String? {
        let value = field.value
        switch value.kind {
        case .list, .object:
            tell(.creatorText, field, "'\(column.rawValue)' holds a nested value", fix: "write a text")
            return nil
        case .yes, .no:
            tell(.creatorText, field, "'\(column.rawValue)' holds true or false", fix: "write a text between double quotes")
            return nil
        case .number, .null, .cell, .quotedCell, .string: break
        }
        guard let text = (column == .profile ? value : value.trimmed(in: bytes)).text(in: bytes) else {
            let offset = UTF8Fault.firstInvalidByte(in: bytes[value.start..<value.end]).map { bytes[$0] }
            let byte = offset.map { " (byte 0x\(String($0, radix: 16)))" } ?? ""
            tell(.fileEncoding, field, "'\(column.rawValue)' is not UTF-8\(byte)", fix: "save the file as UTF-8")
            return nil
        }
        guard text.utf8.count <= Self.longest(column) else {
            tell(
                .creatorText, field,
                "'\(column.rawValue)' has \(text.utf8.count) bytes, and \(Self.longest(column)) are the most",
                fix: column == .profile ? "shorten it" : "shorten it; a long text goes into 'profile'")
            return nil
        }
        let isLong = column == .bio || column == .profile
        guard let clean = checked(text, field, column, allowsLines: isLong) else { return nil }
        return column == .profile ? clean : clean.trimmed
    }

    /// In bytes of UTF-8: far more than any platform takes, and little enough for a card and a file of pages.
    private static func longest(_ column: CreatorColumn) -> Int {
        switch column {
        case .profile: 1 << 20
        case .bio: 1 << 16
        default: 1 << 10
        }
    }

    private mutating func checked(_ text: String, _ field: RawField, _ column: CreatorColumn, allowsLines: Bool) -> String? {
        if text.isPlain(allowsLines: allowsLines) { return text }
        let lines = text.withLineFeeds
        let control = lines.unicodeScalars.first { scalar in
            let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
            return isControl && !(allowsLines && (scalar == "\n" || scalar == "\t"))
        }
        guard let control else { return lines }
        let name = control == "\n" ? "a line break" : "the control character U+" + Self.hex(control)
        tell(.creatorText, field, "'\(column.rawValue)' holds \(name)", fix: "take it out")
        return nil
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    mutating func username(_ field: RawField, _ bytes: [UInt8]) -> Username? {
        guard let text = text(field, bytes, .username) else { return nil }
        if let username = Username(text) { return username }
        if text.hasPrefix("@"), let bare = Username(String(text.dropFirst())) {
            tell(.creatorUsername, field, "the username \(text.quoted) begins with '@'", fix: "write \(bare.text)")
        } else {
            tell(
                .creatorUsername, field, "\(text.quoted) is no username",
                fix: "write 1 to 64 letters (a–z), digits, dots, underscores or hyphens")
        }
        return nil
    }

    mutating func market(_ field: RawField, _ bytes: [UInt8]) -> Market? {
        guard let text = text(field, bytes, .market) else { return nil }
        guard let market = Market(code: text) else {
            let named = Market.allCases.first { $0.name.lowercased() == text.lowercased() }
            let codes = Market.allCases.map(\.rawValue).joined(separator: ", ")
            tell(.creatorMarket, field, "\(text.quoted) is no market", fix: "write " + (named?.rawValue ?? "one of \(codes)"))
            return nil
        }
        if !served.contains(market) {
            summary.unserved.note(market, at: field.position)
        }
        return market
    }

    mutating func currency(_ field: RawField, _ bytes: [UInt8]) -> Currency? {
        guard let text = text(field, bytes, .currency) else { return nil }
        if let currency = Currency(rawValue: text.uppercased()) { return currency }
        let codes = Currency.allCases.map(\.rawValue).joined(separator: ", ")
        tell(.creatorCurrency, field, "\(text.quoted) is no currency that is known here", fix: "write one of \(codes)")
        return nil
    }

    mutating func accountType(_ field: RawField, _ bytes: [UInt8]) -> Creator.AccountType? {
        guard let text = text(field, bytes, .accountType) else { return nil }
        if let type = Creator.AccountType(rawValue: text.lowercased()) { return type }
        let types = Creator.AccountType.allCases.map(\.rawValue)
        tell(.creatorAccountType, field, "\(text.quoted) is no account type", fix: NearestWord.fix(for: text, among: types))
        return nil
    }

    mutating func date(_ field: RawField, _ bytes: [UInt8]) -> CalendarDate? {
        guard let text = text(field, bytes, .updated) else { return nil }
        if let date = Self.date(text) { return date }
        tell(
            .creatorDate, field, "'updated' holds \(text.quoted), which is no date",
            fix: "write year-month-day, such as 2026-09-30")
        return nil
    }

    /// As `CalendarDate(_:)`, without generic calls: dates stand in every record.
    private static func date(_ text: String) -> CalendarDate? {
        var parts = [0, 0, 0]
        var part = 0
        for (index, byte) in text.utf8.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), index < 10 else { return nil }
                parts[part] = parts[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        return text.utf8.count == 10 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    mutating func address(
        _ field: RawField, _ bytes: [UInt8], _ column: CreatorColumn, _ channel: ContactChannel
    ) -> String? {
        guard let text = text(field, bytes, column) else { return nil }
        if !channel.accepts(text) {
            let wanted =
                switch channel {
                case .email: "name@example.com"
                case .line: "the Line id, without spaces"
                case .whatsapp, .phone, .zalo, .viber: "a number with its country code, such as +62 812 0000 0000"
                }
            // The address itself stays out of the message: diagnostics are copied around, contacts must not be.
            tell(
                .creatorContact, field, "'\(column.rawValue)' does not look like an address on \(channel.name)",
                severity: .warning, fix: "write \(wanted)")
        }
        return text
    }

    mutating func photo(_ field: RawField, _ bytes: [UInt8]) -> String? {
        guard let text = text(field, bytes, .photo) else { return nil }
        if PhotoName.isPhoto(text) { return text }
        tell(
            .creatorPhoto, field, "'photo' holds \(text.quoted), which is no name of a picture",
            fix: "write the name of a file in photos/ that ends with .jpg, .jpeg, .png or .webp")
        return nil
    }
}

/// Which names can be pictures of creators.
enum PhotoName {
    static let extensions = ["jpg", "jpeg", "png", "webp"]

    /// A plain file name, without folders, that ends like a picture.
    static func isPhoto(_ name: String) -> Bool {
        guard !name.hasPrefix("."), name.utf8.count <= 255, !name.contains(where: { $0 == "/" || $0 == "\\" }) else {
            return false
        }
        return stem(of: name) != nil
    }

    /// The name without its extension; nil where the extension is not that of a picture.
    static func stem(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        return extensions.contains(name[name.index(after: dot)...].lowercased()) ? String(name[..<dot]) : nil
    }
}

extension String {
    /// Whether there is neither a control character, as far as single bytes tell, nor a carriage return; line feeds
    /// and tabs where they are allowed. C1 controls begin with the byte C2, as some harmless characters do.
    fileprivate func isPlain(allowsLines: Bool) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            bytes.allSatisfy { byte in
                byte >= 0x20 ? byte != 0x7f && byte != 0xc2 : allowsLines && (byte == 0x0a || byte == 0x09)
            }
        }
    }

    /// With CRLF and CR as LF.
    var withLineFeeds: String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar != "\n" || previous != "\r" {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}
