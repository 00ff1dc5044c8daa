public import Marketplace
public import Templating

/// Everything that everyone may see of a creator, with the forms to contact and to invite them.
public struct CreatorPage: Page {
    public let template = "pages/creator"
    public let path: String
    public var market: Market? { creator.market }
    private let creator: PublicCreator
    private let findings: Findings?
    private let history: PublicHistory
    private let neighbours: Neighbours?

    /// Where the creator stands among those of the market.
    public struct Neighbours: Sendable {
        let creators: SimilarCreators
        let place: Int

        /// - Parameter place: of the creator in the list that `creators` was made of.
        public init(_ creators: SimilarCreators, place: Int) {
            self.creators = creators
            self.place = place
        }
    }

    /// - Parameters:
    ///   - findings: how the derived figures came about; nil where the market was not looked at.
    ///   - history: what earlier imports said, as far as everyone may see it.
    ///   - neighbours: among whom similar ones are looked for; nil shows none.
    public init(
        creator: PublicCreator, findings: Findings? = nil, history: PublicHistory = .none, neighbours: Neighbours? = nil
    ) {
        self.creator = creator
        self.findings = findings
        self.history = history
        self.neighbours = neighbours
        path = Self.path(of: creator.username)
    }

    public func link(on site: Site) -> String { site.link(to: creator.username) }

    public func preview(on site: Site) -> PagePreview {
        PagePreview(kind: .profile, picturePath: creator.photoPath, data: .profile(of: creator, site: site))
    }

    /// How many similar creators a page shows.
    public static let similarLimit = SimilarValues.limit

    /// Where a creator's page stands below the top of the site.
    public static func path(of username: Username) -> String { "creators/" + username.text + ".html" }

    public static let shape = Card.shape.merging([
        "currency": .text, "picture_large": .html, "profile": .html, "market_name": .text, "market_href": .text,
        "sections": .list(CreatorSection.shape), "workings": .list(ScoreWorking.shape), "has_workings": .flag, "qr": .html,
        "closed_reason": .text,
        "stated_labels": .list(["text": .text, "definition": .text, "state_text": .text, "is_yes": .flag, "is_closed": .flag]),
        "type": .text, "agency_href": .text,
        "contact": .record(["action": .text, "username": .text, "shows_contact": .flag, "reason": .text, "help_href": .text]),
        "invite": .record(InviteFormContent.shape),
    ]).merging(SimilarValues.shape)

    public func title(in frame: PageFrame) -> String? { "\(creator.nickname) (@\(creator.username))" }

    public func summary(in frame: PageFrame) -> String { Self.summary(of: creator, frame.words) }

    /// A sentence about a creator: the first line of what they say of themselves, where they do.
    static func summary(of creator: PublicCreator, _ words: Wording) -> String {
        creator.bio.flatMap(firstLine)
            ?? words(.summaryCreator, ["name": creator.nickname, "market": words[creator.market]])
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let (card, words) = (Card(creator: creator), frame.words)
        let values: TemplateRecord = [
            "currency": .text(creator.currency.rawValue),
            "picture_large": .html(Picture.html(of: creator, root: root, size: 128, isLazy: false)),
            "profile": .html(creator.profileHTML),
            "market_name": .text(words[creator.market]), "market_href": .text(root + "\(creator.market)/index.html"),
            "sections": .list(
                CreatorSections(creator: creator, findings: findings, history: history, words: words).all.map {
                    $0.values(for: creator, history: history, words)
                }),
            "workings": .list(workings(in: frame)), "has_workings": .flag(findings != nil && creator.isAuthorized),
            "qr": .html(TikTokCode.svg(of: creator.username, words)),
            "closed_reason": .text(creator.isAuthorized ? nil : words(.figuresClosed)),
            "stated_labels": .list(WorkingLabel.allCases.map { labelValues($0, words) }),
            "type": .text(TypeWorking.badge(of: creator, words)),
            "agency_href": .text(agencyAddress(in: frame)),
            "contact": .record(contactValues(in: frame)),
            "invite": .record(inviteForm(in: frame).values(root: root, in: frame)),
        ]
        let matches = neighbours.map { $0.creators.matches(at: $0.place, limit: SimilarValues.limit) } ?? []
        return card.values(root: root, in: frame).merging(values)
            .merging(SimilarValues(creator: creator, matches: matches, site: frame.site).values(root: root, in: frame))
    }

    /// How each derived figure came about; none where the market was not looked at, or there is nothing to show.
    private func workings(in frame: PageFrame) -> [TemplateRecord] {
        guard let findings, creator.isAuthorized else { return [] }
        let (definitions, words) = (frame.site.definitions, frame.words)
        let score = ScoreWorking(finding: findings.score, creator: creator, definitions: definitions, words: words).values
        return [score, TypeWorking(creator: creator, words: words).values]
            + findings.labels.map {
                LabelWorking(finding: $0, creator: creator, definitions: definitions, words: words).values
            }
    }

    private func labelValues(_ label: WorkingLabel, _ words: Wording) -> TemplateRecord {
        let text = words[label]
        let finding = findings?.labels.first { $0.label == label }
        let state = finding.map { LabelWorking.result(of: $0, words) } ?? words(Self.state(of: creator.labels[label]))
        return [
            "text": .text(text.name), "definition": .text(text.definition), "state_text": .text(state),
            "is_yes": .flag(creator.labels[label] == .yes), "is_closed": .flag(creator.labels[label] == .closed),
        ]
    }

    private static func state(of state: WorkingLabel.State?) -> WordingKey {
        switch state {
        case .yes: .resultYes
        case .no: .resultNo
        case .closed: .resultNotShared
        case .missing, nil: .resultNotKnown
        }
    }

    private func agencyAddress(in frame: PageFrame) -> String? {
        creator.agency.flatMap(frame.company(named:)).map { root + "companies/\($0.slug).html" }
    }

    private func contactValues(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text(frame.action("contact", root: root)), "username": .text(creator.username.text),
            "shows_contact": .flag(creator.showsContact),
            "reason": .text(creator.showsContact ? nil : ContactTexts.hiddenReason(of: creator.nickname, frame.words)),
            "help_href": .text(root + "help.html#contact"),
        ]
    }

    private func inviteForm(in frame: PageFrame) -> InviteFormContent {
        InviteFormContent(creators: [creator.username], markets: [creator.market], company: frame.owner)
    }

    private static func firstLine(of bio: String) -> String? {
        bio.split(whereSeparator: \.isNewline).first.map { String($0.prefix(160)) }
    }
}
