/// What everyone may see of a creator. It has no place for a contact detail, and a closed figure in it carries no
/// value, so nothing that is made from it can give either away (SPEC C6, D1, D2, K3).
public struct PublicCreator: Hashable, Sendable {
    /// Shared by all copies, as a build hands each creator around a hundred times.
    private let shown: Shown

    private final class Shown: Sendable {
        let username: Username
        let nickname: String
        let market: Market
        let bio: String?
        let profile: PublicProfile?
        let photo: String?
        let categories: [Slug]
        let agency: String?
        let isAuthorized: Bool
        let showsContact: Bool
        let currency: Currency
        let metrics: Metrics
        let labels: LabelMap<WorkingLabel.State>
        let updated: CalendarDate?

        init(_ creator: Creator) {
            let redaction = ContactRedaction(of: creator.contacts, except: creator.username.text)
            username = creator.username
            nickname = PublicCreator.shownName(of: creator, redaction: redaction)
            market = creator.market
            bio = creator.bio.map(redaction.applied)
            profile = creator.profile.map { PublicProfile($0, without: creator.contacts, except: creator.username.text) }
            photo = creator.photo.map { PublicCreator.photoName(of: creator.username, from: $0) }
            categories = creator.categories
            // An agency is often reached by a Line id that is its name, which is no secret.
            let reachable = creator.contacts.limited(to: ContactChannel.allCases.filter { $0 != .line })
            agency = creator.agency.map(ContactRedaction(of: reachable).applied)
            isAuthorized = creator.isAuthorized
            showsContact = creator.showsContact
            currency = creator.currency
            metrics = PublicCreator.shownMetrics(of: creator)
            labels = PublicCreator.labelStates(of: creator)
            updated = creator.isAuthorized ? creator.updated : nil
        }
    }

    /// Closes what the creator has not authorised and takes addresses out of the texts that they wrote.
    public init(_ creator: Creator) { shown = Shown(creator) }

    public var username: Username { shown.username }
    /// The username where the nickname shows nothing, or nothing but an address.
    public var nickname: String { shown.nickname }
    public var market: Market { shown.market }
    public var bio: String? { shown.bio }
    public var profile: PublicProfile? { shown.profile }
    /// The name of the published picture, which tells no more than the username.
    public var photo: String? { shown.photo }
    public var categories: [Slug] { shown.categories }
    public var agency: String? { shown.agency }
    public var isAuthorized: Bool { shown.isAuthorized }
    /// Whether the creator lets members see their contacts.
    public var showsContact: Bool { shown.showsContact }
    public var currency: Currency { shown.currency }
    public var metrics: Metrics { shown.metrics }
    public var labels: LabelMap<WorkingLabel.State> { shown.labels }
    /// Nil where the figures are closed, as the day is one of them.
    public var updated: CalendarDate? { shown.updated }

    public static func == (a: Self, b: Self) -> Bool {
        a.shown === b.shown
            || (a.username == b.username && a.nickname == b.nickname && a.market == b.market && a.bio == b.bio
                && a.profile == b.profile && a.photo == b.photo && a.categories == b.categories && a.agency == b.agency
                && a.isAuthorized == b.isAuthorized && a.showsContact == b.showsContact && a.currency == b.currency
                && a.metrics == b.metrics && a.labels == b.labels && a.updated == b.updated)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(username) }

    private static func shownName(of creator: Creator, redaction: ContactRedaction) -> String {
        let name = redaction.applied(to: creator.nickname)
        return name.showsSomething && name != ContactRedaction.replacement ? name : creator.username.text
    }

    private static func photoName(of username: Username, from file: String) -> String {
        username.text + (file.lastIndex(of: ".").map { file[$0...].lowercased() } ?? "")
    }

    /// The open figures; where the source states no score, the computed one.
    private static func shownMetrics(of creator: Creator) -> Metrics {
        var metrics = creator.openMetrics
        if metrics[.score] == .missing, let score = creator.computed.score { metrics[.score] = .known(score) }
        return metrics
    }

    private static func labelStates(of creator: Creator) -> LabelMap<WorkingLabel.State> {
        WorkingLabel.allCases.reduce(into: LabelMap()) { $0[$1] = state(of: $1, creator) }
    }

    private static func state(of label: WorkingLabel, _ creator: Creator) -> WorkingLabel.State {
        guard creator.isAuthorized else { return .closed }
        if let holds = creator.statedLabels[label] ?? creator.computed.labels[label] { return holds ? .yes : .no }
        return label.inputs.contains { creator.metrics[$0] == .closed } ? .closed : .missing
    }
}
