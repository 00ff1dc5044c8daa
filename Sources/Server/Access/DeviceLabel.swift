import Pages

/// A few words by which a member knows a browser again, from what it calls itself (RFC 9110 §10.1.5). Everyone claims to be
/// everyone else there, so the order of the names matters.
enum DeviceLabel {
    /// "Firefox on Linux"; "Unknown browser" where the header is absent or says nothing that is known.
    static func text(userAgent: String?) -> String {
        let agent = userAgent ?? ""
        let browser = browsers.first(where: { agent.contains($0.mark) })?.name
        let system = systems.first(where: { agent.contains($0.mark) })?.name
        return switch (browser, system) {
        case (let browser?, let system?): "\(browser) on \(system)"
        case (let name?, nil), (nil, let name?): name
        case (nil, nil): "Unknown browser"
        }
    }

    /// A label that was kept, in the words of the site.
    static func shown(_ label: String, in words: Wording) -> String {
        if label.isEmpty || label == text(userAgent: nil) { return words(.sessionUnknownBrowser) }
        let parts = label.split(separator: " on ", maxSplits: 1)
        guard parts.count == 2 else { return label }
        return words(.sessionDevice, ["browser": String(parts[0]), "system": String(parts[1])])
    }

    private static let browsers: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"),
        ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"), ("curl/", "curl"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ]
}
