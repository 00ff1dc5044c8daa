import Foundation
public import Marketplace
import Templating

/// What pages know of the site that they stand in.
public struct PageFrame: Sendable {
    public let site: Site
    /// The company that the site belongs to.
    public let owner: Company
    /// All companies, by slug.
    public let companies: [Company]
    /// Who looks at the page; nil on static pages, which are the same for everyone.
    public let viewer: Viewer?
    /// What the program says by itself.
    public let words: Wording
    /// Whether the page is a file that any host may serve.
    public let isStatic: Bool
    /// Whether each photo has a smaller one for cards beside it.
    public let hasCardPhotos: Bool

    /// The signed-in member who looks at a page.
    public struct Viewer: Sendable {
        public let email: String
        public let company: Company

        public init(email: String, company: Company) {
            (self.email, self.company) = (email, company)
        }
    }

    public init(
        site: Site, owner: Company, companies: [Company], words: Wording, viewer: Viewer? = nil, isStatic: Bool,
        hasCardPhotos: Bool = false
    ) {
        self.site = site
        self.owner = owner
        self.companies = companies
        self.words = words
        self.viewer = viewer
        self.isStatic = isStatic
        self.hasCardPhotos = hasCardPhotos
    }

    /// Where forms of a page are sent: to the server's own address from a static page that may live elsewhere.
    func action(_ name: String, root: String) -> String {
        if isStatic, let server = site.serverURL { return server + "/" + name }
        return root + name
    }

    /// Whether the filter by agency is offered: that is the affiliate partners' (SPEC C3).
    var offersManaged: Bool { companies.haveAnAffiliatePartner }

    /// "30 September 2026, 14:05 (Asia/Jakarta)", on the clock of the site.
    func text(of instant: Date) -> String { words.instant(instant, in: site.timeZone) }

    /// The company that a creator's `agency` means, if it is one of the site's.
    func company(named agency: String) -> Company? { companies.first { $0.isNamed(by: agency) } }

    static let shape: TemplateShape = [
        "title": .text, "description": .text, "site_name": .text, "root": .text, "canonical": .text,
        "is_hidden_from_search": .flag, "preview_kind": .text, "preview_picture": .text, "preview_shape": .text,
        "feed_href": .text,
        "structured_data": .html, "policy": .text,
        "markets": .list(["code": .text, "name": .text, "href": .text, "current": .flag]), "home_href": .text,
        "help_href": .text, "company_href": .text, "company_name": .text, "style_href": .text, "serves_members": .flag,
        "sign_in_href": .text, "history_href": .text,
        "member": .record([
            "email": .text, "company": .text, "company_href": .text, "settings_href": .text, "history_href": .text,
            "sign_out_action": .text, "answers_one": .text, "answers_many": .text,
        ]),
    ]

    /// The names that every page has.
    func values(for page: some Page) -> TemplateRecord {
        let root = page.root
        let preview = isStatic ? page.preview(on: site) : .plain
        return [
            "title": .text(page.title(in: self).map { "\($0) · \(site.name)" } ?? site.name),
            "description": .text(page.summary(in: self)),
            "site_name": .text(site.name), "root": .text(root),
            "canonical": .text(canonicalAddress(of: page)), "is_hidden_from_search": .flag(!site.isForSearchEngines),
            "preview_kind": .text(preview.kind.rawValue),
            "preview_picture": isStatic
                ? .text(site.address(of: preview.picturePath ?? PagePreview.sitePicturePath)) : nil,
            "preview_shape": .text(preview.picturePath == nil ? "summary_large_image" : "summary"),
            "feed_href": .text(preview.feedPath.map { root + $0 }),
            "structured_data": .html(site.isForSearchEngines ? preview.data?.html : nil),
            "policy": .text(isStatic ? ContentPolicy.text(server: site.serverURL) : nil),
            "markets": .list(marketLinks(on: page)),
            "home_href": .text(root + "index.html"), "help_href": .text(root + "help.html"),
            "company_href": .text(root + "companies/\(owner.slug).html"), "company_name": .text(owner.name),
            "style_href": .text(root + "assets/plaza.css"),
            "serves_members": .flag(!isStatic || site.serverURL != nil || site.baseURL == nil),
            "sign_in_href": .text(action("sign-in", root: root)),
            "history_href": .text(action("invitations", root: root)),
            "member": viewer.map { .record(memberValues($0, root: root)) },
        ]
    }

    private func marketLinks(on page: some Page) -> [TemplateRecord] {
        site.markets.map { market in
            [
                "code": .text(market.rawValue), "name": .text(words[market]),
                "href": .text(page.root + "\(market.rawValue)/index.html"),
                "current": .flag(page.market == market),
            ]
        }
    }

    private func memberValues(_ viewer: Viewer, root: String) -> TemplateRecord {
        [
            "email": .text(viewer.email), "company": .text(viewer.company.name),
            "company_href": .text(root + "company"), "settings_href": .text(root + "settings"),
            "history_href": .text(root + "invitations"), "answers_one": .text(words(.scriptAnswersOne)),
            "answers_many": .text(words.pattern(.scriptAnswersMany)), "sign_out_action": .text(root + "sign-out"),
        ]
    }

    private func canonicalAddress(of page: some Page) -> String? {
        isStatic ? site.address(of: page.link(on: site)) : nil
    }
}
