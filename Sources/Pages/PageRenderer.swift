public import Marketplace
public import Templating

/// Makes pages into bytes: the same page from the generator and from the server.
public struct PageRenderer: Sendable {
    public let site: Site
    public let owner: Company
    public let companies: [Company]
    /// What the program says by itself.
    public let words: Wording
    /// Whether each photo has a smaller one for cards beside it.
    public var hasCardPhotos = false
    private let templates: TemplateLibrary
    private let phraseBook: PhraseBook

    /// - Parameters:
    ///   - owner: the company that the site belongs to; one of `companies`.
    ///   - templates: one for each page, by the names in `requiredTemplates`.
    ///   - words: what the program says by itself.
    ///   - phrases: what creators' pages and mails say; a renderer of the catalogue alone needs none.
    public init(
        site: Site, owner: Company, companies: [Company], templates: TemplateLibrary, words: Wording,
        phrases: PhraseBook = .empty
    ) {
        self.site = site
        self.owner = owner
        self.companies = companies
        self.templates = templates
        self.words = words
        phraseBook = phrases
    }

    /// The words of a language.
    public func phrases(in language: Language) -> Phrases { phraseBook.phrases(in: language) }

    /// A file for the catalogue, the same for everyone.
    public func staticPage(_ page: some Page) -> [UInt8] {
        render(page, in: staticFrame)
    }

    private var staticFrame: PageFrame {
        PageFrame(
            site: site, owner: owner, companies: companies, words: words, isStatic: true, hasCardPhotos: hasCardPhotos)
    }

    /// The creator's card, as it stands on static pages one folder below the top of the site: the same bytes wherever a
    /// query gives it.
    public func card(_ creator: PublicCreator) -> [UInt8] {
        templates.render("partials/card", with: Card(creator: creator).values(root: "../", in: staticFrame))
    }

    /// A page of the server, for the member who asked, if one has signed in.
    public func servedPage(_ page: some Page, for viewer: PageFrame.Viewer?) -> [UInt8] {
        render(
            page, in: PageFrame(site: site, owner: owner, companies: companies, words: words, viewer: viewer, isStatic: false))
    }

    /// The HTML of a mail that carries an invitation.
    public func html(of mail: InvitationMail) -> String {
        String(decoding: templates.render("mails/invitation", with: mail.values(site: site)), as: UTF8.self)
    }

    private func render(_ page: some Page, in frame: PageFrame) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Self.usualByteCount)
        templates.render(page.template, with: frame.values(for: page).merging(page.values(in: frame)), into: &output)
        return output
    }

    /// Room for most pages, so that they need not be copied as they grow.
    private static let usualByteCount = 48 * 1024

    /// The templates that must be there.
    public static let requiredTemplates = [
        "mails/invitation", "pages/company", "pages/compare", "pages/confirm", "pages/contact", "pages/creator", "pages/help",
        "pages/home",
        "pages/inbox", "pages/inbox-data", "pages/invitation", "pages/invitations", "pages/invite", "pages/invite-results",
        "pages/listing", "pages/member-list", "pages/not-found", "pages/own-company", "pages/picks", "pages/problem",
        "pages/queue", "pages/replies", "pages/secret", "pages/settings", "pages/shortlist", "pages/shortlists",
        "pages/sign-in", "pages/style-guide", "pages/templates", "pages/timeline", "partials/card",
    ]
}
