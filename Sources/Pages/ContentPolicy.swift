/// What a browser may do with a page (CSP Level 3), wherever it is hosted.
public enum ContentPolicy {
    /// Nothing of others: no scripts, no frames, no data and no pictures but the site's own, and inline pictures.
    ///
    /// - Parameter server: where forms may be sent besides the page's own host.
    public static func text(server: String?) -> String {
        let forms = ["'self'", server].compactMap { $0 }.joined(separator: " ")
        return
            "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
            + "form-action \(forms)"
    }
}
