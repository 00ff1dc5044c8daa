import Marketplace

/// One person under two usernames: the same e-mail address or the same number.
struct SharedContactRule {
    /// Where a normalised address stands in `groups`.
    private var places: [String: Int] = [:]
    /// Who has the same address, in the order in which they were met.
    private var groups: [(first: Entry, others: [Entry])] = []

    /// A creator's place, and the channel on which they have the address.
    private struct Entry {
        let index: Int
        let channel: ContactChannel
    }

    /// Linear in the number of creators. Of most addresses there is one, and it is held as a number only.
    init(_ creators: [LocatedCreator]) {
        let starts = Array(stride(from: 0, to: creators.count, by: Self.partCount))
        let marks = Cores.map(starts) { start in
            creators[start..<min(start + Self.partCount, creators.count)].flatMap { located in
                Set(Self.keys(of: located.creator.contacts).map { Self.mark(of: $0.key) })
            }
        }
        var sorted = marks.flatMap(\.self)
        sorted.sort()
        let repeated = Set(zip(sorted, sorted.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
        guard !repeated.isEmpty else { return }
        for (index, located) in creators.enumerated() {
            note(Self.keys(of: located.creator.contacts).filter { repeated.contains(Self.mark(of: $0.key)) }, at: index)
        }
    }

    private static let partCount = 4096

    private static func keys(of contacts: ContactDetails) -> [(key: String, channel: ContactChannel)] {
        contacts.entries().compactMap { channel, address in key(address, channel).map { ($0, channel) } }
    }

    /// Two addresses with one mark are only looked at more closely.
    private static func mark(of key: String) -> UInt64 {
        var fnv = FNV()
        fnv.add(key.utf8)
        return fnv.hash
    }

    /// - Parameter index: the creator's place among all.
    private mutating func note(_ addresses: [(key: String, channel: ContactChannel)], at index: Int) {
        var own: [String] = []
        for (key, channel) in addresses {
            // One person's phone is often their WhatsApp.
            guard !own.contains(key) else { continue }
            own.append(key)
            let entry = Entry(index: index, channel: channel)
            if let place = places[key] {
                groups[place].others.append(entry)
            } else {
                places[key] = groups.count
                groups.append((entry, []))
            }
        }
    }

    /// - Parameter creators: all that were noted, at their places.
    func diagnostics(of creators: [LocatedCreator]) -> [Diagnostic] {
        groups.flatMap { first, others -> [Diagnostic] in
            // An agency that answers for many gives all of them one address.
            if others.count >= Self.fewest { return [Self.many(first, others, creators)] }
            return others.map { Self.pair(first, $0, creators) }
        }
    }

    private static let fewest = 5

    private static func pair(_ first: Entry, _ second: Entry, _ creators: [LocatedCreator]) -> Diagnostic {
        let (one, other) = (creators[first.index], creators[second.index])
        return Diagnostic(
            .creatorShared, of: other, severity: .warning,
            "\(other.creator.username.text.quoted) has the same \(second.channel.rawValue) as \(one.creator.username.text.quoted) at \(one.file):\(one.position.line): they may be one person",
            fix: "if they are, keep one record; an invitation would reach them twice")
    }

    private static func many(_ first: Entry, _ others: [Entry], _ creators: [LocatedCreator]) -> Diagnostic {
        let one = creators[first.index]
        return Diagnostic(
            .creatorShared, of: creators[others[0].index], severity: .warning,
            "\(others.count + 1) creators have the same \(others[0].channel.rawValue), the first at \(one.file):\(one.position.line): it may be an agency's",
            fix: "give each creator their own address where you know it")
    }

    /// Letter case does not count in addresses, nor does form in numbers: "+62 812" is "0062812".
    private static func key(_ address: String, _ channel: ContactChannel) -> String? {
        switch channel {
        case .email: return "mail " + address.lowercased()
        case .line: return nil
        case .whatsapp, .phone, .zalo, .viber:
            let digits = Self.digits(of: address)
            let bare = address.trimmed.hasPrefix("+") || !digits.hasPrefix("00") ? digits : String(digits.dropFirst(2))
            return bare.count >= 7 ? "number " + bare : nil
        }
    }

    private static func digits(of address: String) -> String {
        // What carries a mark is no digit; where all is ASCII, nothing does.
        guard address.utf8.allSatisfy({ $0 < 0x80 }) else { return address.filter { $0.isASCII && $0.isNumber } }
        return String(decoding: address.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self)
    }
}
