/// A way to reach somebody. The raw value is the native column and the name of the form field.
public enum ContactChannel: String, CaseIterable, Sendable, Hashable, Codable {
    case email
    case whatsapp
    case phone
    case zalo
    case viber
    case line

    /// The position in `allCases`.
    fileprivate var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The name as shown.
    public var name: String {
        switch self {
        case .email: "E-mail"
        case .whatsapp: "WhatsApp"
        case .phone: "Phone"
        case .zalo: "Zalo"
        case .viber: "Viber"
        case .line: "Line"
        }
    }

    /// Whether the channel is reached by a telephone number.
    public var takesNumber: Bool {
        switch self {
        case .whatsapp, .phone, .zalo, .viber: true
        case .email, .line: false
        }
    }

    /// Whether `text` can be an address on this channel: an e-mail address with a domain, a number of 5 to 15 digits
    /// with the usual punctuation, or a Line id of up to 64 characters without spaces.
    public func accepts(_ text: String) -> Bool {
        if takesNumber {
            let scalars = text.unicodeScalars
            let digitCount = scalars.count { ("0"..."9").contains($0) }
            return (5...15).contains(digitCount) && scalars.allSatisfy("0123456789+-.() ".unicodeScalars.contains)
        }
        // ASCII is told apart here, as looking up properties is slow, and every creator's addresses come through.
        let isWord = !text.unicodeScalars.contains { $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace }
        guard self == .email else { return isWord && (1...64).contains(text.unicodeScalars.count) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return isWord && text.utf8.count <= 254 && parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
    }

    /// The link that opens a conversation, or nil where the text holds nothing to link to.
    public func link(to text: String) -> String? {
        let digits = String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
        switch self {
        case .email: return accepts(text) ? "mailto:" + PercentEncoding.encode(text, keeping: "@") : nil
        case .line: return text.isEmpty ? nil : "https://line.me/R/ti/p/~" + PercentEncoding.encode(text)
        case .whatsapp: return digits.isEmpty ? nil : "https://wa.me/" + digits
        case .zalo: return digits.isEmpty ? nil : "https://zalo.me/" + digits
        case .viber: return digits.isEmpty ? nil : "viber://chat?number=%2B" + digits
        case .phone: return digits.isEmpty ? nil : "tel:" + (text.hasPrefix("+") ? "+" : "") + digits
        }
    }
}

/// Somebody's addresses, at most one a channel.
public struct ContactDetails: Hashable, Sendable, Codable {
    /// In the order of the channels. A list, as a dictionary of three takes a build of many creators four times the room.
    private var addresses: [Address] = []

    private struct Address: Hashable, Sendable {
        let channel: ContactChannel
        let text: String
    }

    public init(_ addresses: [ContactChannel: String] = [:]) {
        for (channel, address) in addresses { self[channel] = address }
    }

    /// The address on a channel. Setting nil or an empty text removes it.
    public subscript(channel: ContactChannel) -> String? {
        get { addresses.first { $0.channel == channel }?.text }
        set {
            addresses.removeAll { $0.channel == channel }
            guard let text = newValue, !text.isEmpty else { return }
            let place = addresses.firstIndex { $0.channel.ordinal > channel.ordinal } ?? addresses.endIndex
            addresses.insert(Address(channel: channel, text: text), at: place)
        }
    }

    public var isEmpty: Bool { addresses.isEmpty }

    /// Every address that is there: first the channels of `preferred` in its order, then the others.
    public func entries(preferring preferred: [ContactChannel] = []) -> [(channel: ContactChannel, address: String)] {
        if preferred.isEmpty { return addresses.map { ($0.channel, $0.text) } }
        let order = preferred + ContactChannel.allCases.filter { !preferred.contains($0) }
        return order.compactMap { channel in self[channel].map { (channel, $0) } }
    }

    /// The addresses on the given channels only.
    public func limited(to channels: [ContactChannel]) -> ContactDetails {
        var kept = ContactDetails()
        for channel in channels { kept[channel] = self[channel] }
        return kept
    }

    public init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer().decode([String: String].self)
        for channel in ContactChannel.allCases { self[channel] = stored[channel.rawValue] }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: addresses.map { ($0.channel.rawValue, $0.text) }))
    }
}
