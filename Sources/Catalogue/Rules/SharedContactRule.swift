import Marketplace

/// One person under two usernames: the same e-mail address or the same number.
struct SharedContactRule {
    /// By channel kind and normalised address, in the order in which they were met.
    private var places: [String: [Entry]] = [:]
    private var order: [String] = []

    private struct Entry {
        let located: LocatedCreator
        let column: String
    }

    mutating func note(_ located: LocatedCreator) {
        var own: Set<String> = []
        for channel in ContactChannel.allCases {
            guard let address = located.creator.contacts[channel], let key = Self.key(address, channel) else { continue }
            // One person's phone is often their WhatsApp.
            guard own.insert(key).inserted else { continue }
            if places[key] == nil { order.append(key) }
            places[key, default: []].append(Entry(located: located, column: channel.rawValue))
        }
    }

    var diagnostics: [Diagnostic] {
        order.compactMap { key -> [Diagnostic]? in
            guard let entries = places[key], entries.count > 1 else { return nil }
            // An agency that answers for many gives all of them one address.
            guard entries.count <= Self.fewest else { return [Self.many(entries)] }
            return entries.dropFirst().map { Self.pair(entries[0], $0) }
        }.flatMap { $0 }
    }

    private static let fewest = 5

    private static func pair(_ first: Entry, _ second: Entry) -> Diagnostic {
        Diagnostic(
            .creatorShared, of: second.located, severity: .warning,
            "\(second.located.creator.username.text.quoted) has the same \(second.column) as \(first.located.creator.username.text.quoted) at \(first.located.file):\(first.located.position.line): they may be one person",
            fix: "if they are, keep one record; an invitation would reach them twice")
    }

    private static func many(_ entries: [Entry]) -> Diagnostic {
        Diagnostic(
            .creatorShared, of: entries[1].located, severity: .warning,
            "\(entries.count) creators have the same \(entries[1].column), the first at \(entries[0].located.file):\(entries[0].located.position.line): it may be an agency's",
            fix: "give each creator their own address where you know it")
    }

    /// Letter case does not count in addresses, nor does form in numbers: "+62 812" is "0062812".
    private static func key(_ address: String, _ channel: ContactChannel) -> String? {
        switch channel {
        case .email: return "mail " + address.lowercased()
        case .line: return nil
        case .whatsapp, .phone, .zalo, .viber:
            let digits = address.filter { $0.isASCII && $0.isNumber }
            let bare = address.trimmed.hasPrefix("+") || !digits.hasPrefix("00") ? digits : String(digits.dropFirst(2))
            return bare.count >= 7 ? "number " + bare : nil
        }
    }
}
