public import Marketplace
public import Templating

/// Everything that everyone may see of a creator, with the forms to contact and to invite them.
public struct CreatorPage: Page {
    public let template = "pages/creator"
    public let title: String
    public let summary: String
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
        creator: PublicCreator, findings: Findings? = nil, history: PublicHistory = .none, neighbours: Neighbours? = nil,
        site: Site
    ) {
        self.creator = creator
        self.findings = findings
        self.history = history
        self.neighbours = neighbours
        title = "\(creator.nickname) (@\(creator.username)) · \(site.name)"
        summary = creator.bio.flatMap(Self.firstLine) ?? "\(creator.nickname) sells in \(creator.market.name)."
        path = Self.path(of: creator.username)
    }

    public func preview(on site: Site) -> PagePreview {
        PagePreview(kind: .profile, picturePath: creator.photoPath, data: .profile(of: creator, site: site))
    }

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

    public func values(in frame: PageFrame) -> TemplateRecord {
        let card = Card(creator: creator)
        let values: TemplateRecord = [
            "currency": .text(creator.currency.rawValue),
            "picture_large": .html(Picture.html(of: creator, root: root, size: 128, isLazy: false)),
            "profile": .html(creator.profileHTML),
            "market_name": .text(creator.market.name), "market_href": .text(root + "\(creator.market)/index.html"),
            "sections": .list(
                CreatorSections(creator: creator, findings: findings, history: history).all.map {
                    $0.values(for: creator, history: history)
                }),
            "workings": .list(workings(in: frame)), "has_workings": .flag(findings != nil && creator.isAuthorized),
            "qr": .html(TikTokCode.svg(of: creator.username)),
            "closed_reason": .text(creator.isAuthorized ? nil : Self.closedReason),
            "stated_labels": .list(WorkingLabel.allCases.map(labelValues)), "type": .text(TypeWorking.badge(of: creator)),
            "agency_href": .text(agencyAddress(in: frame)),
            "contact": .record(contactValues(in: frame)),
            "invite": .record(inviteForm(in: frame).values(root: root, in: frame)),
        ]
        let matches = neighbours.map { $0.creators.matches(at: $0.place, limit: SimilarValues.limit) } ?? []
        return card.values(root: root, in: frame).merging(values)
            .merging(SimilarValues(creator: creator, matches: matches, site: frame.site).values(root: root, in: frame))
    }

    private static let closedReason =
        "This creator has not authorised the marketplace to show their data, so these figures are closed. They can still be invited."

    /// How each derived figure came about; none where the market was not looked at, or there is nothing to show.
    private func workings(in frame: PageFrame) -> [TemplateRecord] {
        guard let findings, creator.isAuthorized else { return [] }
        let definitions = frame.site.definitions
        let score = ScoreWorking(finding: findings.score, creator: creator, definitions: definitions).values
        return [score, TypeWorking(creator: creator).values]
            + findings.labels.map { LabelWorking(finding: $0, creator: creator, definitions: definitions).values }
    }

    private func labelValues(_ label: WorkingLabel) -> TemplateRecord {
        let text = LabelText(label)
        let finding = findings?.labels.first { $0.label == label }
        let state = finding.map(LabelWorking.result) ?? Self.state(of: creator.labels[label])
        return [
            "text": .text(text.name), "definition": .text(text.definition), "state_text": .text(state),
            "is_yes": .flag(creator.labels[label] == .yes), "is_closed": .flag(creator.labels[label] == .closed),
        ]
    }

    private static func state(of state: WorkingLabel.State?) -> String {
        switch state {
        case .yes: "Yes"
        case .no: "No"
        case .closed: "Not shared"
        case .missing, nil: "Not known"
        }
    }

    private func agencyAddress(in frame: PageFrame) -> String? {
        creator.agency.flatMap(frame.company(named:)).map { root + "companies/\($0.slug).html" }
    }

    private func contactValues(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text(frame.action("contact", root: root)), "username": .text(creator.username.text),
            "shows_contact": .flag(creator.showsContact),
            "reason": .text(creator.showsContact ? nil : ContactTexts.hiddenReason(of: creator.nickname)),
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
