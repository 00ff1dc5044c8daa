/// A country where creators sell. The raw value is the code in data and addresses (ISO 3166-1 alpha-2).
public enum Market: String, CaseIterable, Sendable, Hashable, Codable, CustomStringConvertible {
    case gb = "GB"
    case id = "ID"
    case my = "MY"
    case vn = "VN"
    case th = "TH"
    case ph = "PH"
    case sg = "SG"

    /// The market of a code, in either case; "UK" is Great Britain.
    public init?(code: String) {
        let code = code.uppercased()
        self.init(rawValue: code == "UK" ? "GB" : code)
    }

    public var description: String { rawValue }

    /// The English name, as shown.
    public var name: String {
        switch self {
        case .gb: "UK"
        case .id: "Indonesia"
        case .my: "Malaysia"
        case .vn: "Vietnam"
        case .th: "Thailand"
        case .ph: "Philippines"
        case .sg: "Singapore"
        }
    }

    /// The currency in which the market sells; a creator's figures are in it unless the record says otherwise.
    public var currency: Currency {
        switch self {
        case .gb: .gbp
        case .id: .idr
        case .my: .myr
        case .vn: .vnd
        case .th: .thb
        case .ph: .php
        case .sg: .sgd
        }
    }

    /// The language that names and bios of the market are most often in (BCP 47), for the `lang` attribute.
    public var language: String {
        switch self {
        case .gb, .sg: "en"
        case .id: "id"
        case .my: "ms"
        case .vn: "vi"
        case .th: "th"
        case .ph: "fil"
        }
    }

    /// The channels that an invitation can offer here unless the site says otherwise, in the order of the form.
    ///
    /// ID, MY, VN, PH and TH as the marketplace states them; it is silent on GB and SG, which get WhatsApp.
    public var standardChannels: [ContactChannel] {
        switch self {
        case .gb, .id, .my, .sg: [.whatsapp, .email, .phone]
        case .vn: [.zalo, .email, .phone]
        case .ph: [.viber, .email, .phone]
        case .th: [.line, .email, .phone]
        }
    }
}
