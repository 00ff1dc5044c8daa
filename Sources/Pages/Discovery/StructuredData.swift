import Marketplace

/// What a page tells search engines of itself: JSON-LD in the words of schema.org, in an element that no browser runs.
public struct StructuredData: Sendable {
    private let json: String

    /// The element for the page's head.
    var html: String { "<script type=\"application/ld+json\">\(json)</script>" }

    /// The page of a person.
    ///
    /// - Parameter site: gives the addresses, which are left out where it does not say where it will be published.
    static func profile(of creator: PublicCreator, site: Site) -> StructuredData {
        var person: [Member] = [
            ("@type", text("Person")), ("name", text(creator.nickname)), ("alternateName", text("@\(creator.username)")),
        ]
        if let address = site.address(of: site.link(to: creator.username)) { person.append(("url", text(address))) }
        if let photo = creator.photoPath.flatMap(site.address) { person.append(("image", text(photo))) }
        person.append(("sameAs", text("https://www.tiktok.com/@\(creator.username)")))
        if let followers = creator.metrics[.followers].value {
            let counter: [Member] = [
                ("@type", text("InteractionCounter")), ("interactionType", text("https://schema.org/FollowAction")),
                ("userInteractionCount", String(followers.whole)),
            ]
            person.append(("interactionStatistic", object(counter)))
        }
        return StructuredData(json: object(head("ProfilePage") + [("mainEntity", object(person))]))
    }

    /// A list of creators, or a page of one.
    ///
    /// - Parameters:
    ///   - firstPosition: where the first of `creators` stands in the whole list, 1-based.
    ///   - total: creators in the whole list.
    /// - Returns: nil where there is nobody to list, or where the site does not say where it will be published: a list is of
    ///   addresses.
    static func list(_ creators: [PublicCreator], firstPosition: Int, total: Int, site: Site) -> StructuredData? {
        let items = creators.enumerated().compactMap { index, creator -> String? in
            guard let address = site.address(of: site.link(to: creator.username)) else { return nil }
            return object([
                ("@type", text("ListItem")), ("position", String(firstPosition + index)), ("url", text(address)),
            ])
        }
        guard !items.isEmpty else { return nil }
        let list: [Member] = [
            ("numberOfItems", String(total)), ("itemListElement", "[" + items.joined(separator: ",") + "]"),
        ]
        return StructuredData(json: object(head("ItemList") + list))
    }

    private typealias Member = (name: String, json: String)

    private static func head(_ type: String) -> [Member] { [("@context", text("https://schema.org")), ("@type", text(type))] }

    private static func object(_ members: [Member]) -> String {
        "{" + members.map { text($0.name) + ":" + $0.json }.joined(separator: ",") + "}"
    }

    /// A JSON string that may stand in a script element: nothing in it ends the element or opens a comment in it (HTML
    /// §4.12.1.3), or ends a line where JSON is taken for JavaScript.
    private static func text(_ text: String) -> String {
        let quoted = JSONText.quoted(text)
        // 0xe2 is the first byte of both line separators, and of others.
        guard quoted.utf8.contains(where: { [0x26, 0x3c, 0x3e, 0xe2].contains($0) }) else { return quoted }
        return quoted.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "<": result += "\\u003c"
            case ">": result += "\\u003e"
            case "&": result += "\\u0026"
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

extension PublicCreator {
    /// Where the published picture stands below the top of the site; nil where there is none.
    var photoPath: String? { photo.map { "photos/" + PercentEncoding.encode($0) } }
}
