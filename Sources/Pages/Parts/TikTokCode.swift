import Marketplace
import QRCode

/// The QR code of a creator's page on TikTok (SPEC D1).
enum TikTokCode {
    /// Inline SVG, dark on light in every colour scheme, as readers expect it. Nil where the address fits no code, which
    /// no username is long enough for.
    static func svg(of username: Username, _ words: Wording) -> String? {
        guard let code = QRCode("https://www.tiktok.com/@\(username)") else { return nil }
        let side = code.size + 2 * QRCode.quietZone
        let label = XMLText.escaped(words(.qrCode, ["username": username.text]))
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" width="132" height="132" role="img" shape-rendering="crispEdges" \
            aria-label="\(label)"><rect width="\(side)" height="\(side)" \
            fill="#fff"/><path stroke="#000" d="\(code.path)"/></svg>
            """
    }
}
