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
    ///   - templates: one for each page, by the names in `shapes`.
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
        templates.render("partials/card", with: cardValues(of: creator))
    }

    /// What the creator's card is filled with.
    public func cardValues(of creator: PublicCreator) -> TemplateRecord {
        Card(creator: creator).values(root: "../", in: staticFrame)
    }

    /// What the template of a file is filled with.
    public func values(of page: some Page) -> TemplateRecord { values(of: page, in: staticFrame) }

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
        templates.render(page.template, with: values(of: page, in: frame), into: &output)
        return output
    }

    private func values(of page: some Page, in frame: PageFrame) -> TemplateRecord {
        frame.values(for: page).merging(page.values(in: frame))
    }

    /// Room for most pages, so that they need not be copied as they grow.
    private static let usualByteCount = 48 * 1024

    /// The names that each template is given: every template that must be there, by its name.
    public static let shapes: [String: TemplateShape] = {
        var shapes = ["mails/invitation": InvitationMail.shape, "partials/card": Card.shape]
        let pages: KeyValuePairs<String, any Page.Type> = [
            "pages/company": CompanyPage.self, "pages/compare": ComparePage.self, "pages/confirm": ConfirmPage.self,
            "pages/contact": ContactPage.self, "pages/creator": CreatorPage.self, "pages/creator-shell": CreatorShellPage.self,
            "pages/help": HelpPage.self,
            "pages/home": HomePage.self, "pages/inbox": InboxPage.self, "pages/inbox-data": InboxDataPage.self,
            "pages/invitation": InvitationPage.self, "pages/invitations": InvitationsPage.self,
            "pages/invite": InvitePage.self, "pages/invite-results": InviteResultsPage.self,
            "pages/listing": ListingPage.self, "pages/member-list": MemberListPage.self,
            "pages/not-found": NotFoundPage.self, "pages/own-company": OwnCompanyPage.self, "pages/picks": PicksPage.self,
            "pages/problem": ProblemPage.self, "pages/queue": QueuePage.self, "pages/replies": RepliesPage.self,
            "pages/secret": SecretPage.self, "pages/settings": SettingsPage.self, "pages/shortlist": ShortlistPage.self,
            "pages/shortlists": ShortlistsPage.self, "pages/sign-in": SignInPage.self,
            "pages/style-guide": StyleGuidePage.self, "pages/templates": TemplatesPage.self,
            "pages/timeline": TimelinePage.self,
        ]
        for (name, page) in pages { shapes[name] = PageFrame.shape.merging(page.shape) }
        return shapes
    }()
}
