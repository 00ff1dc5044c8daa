/// What everyone may see of a creator. It has no place for a contact detail, and a closed figure in it carries no
/// value, so nothing that is made from it can give either away (SPEC C6, D1, D2, K3).
public struct PublicCreator: Hashable, Sendable {
    public let username: Username
    /// The username where the nickname shows nothing, or nothing but an address.
    public let nickname: String
    public let market: Market
    public let bio: String?
    public let profile: PublicProfile?
    /// The name of the published picture, which tells no more than the username.
    public let photo: String?
    public let categories: [Slug]
    public let agency: String?
    public let isAuthorized: Bool
    /// Whether the creator lets members see their contacts.
    public let showsContact: Bool
    public let currency: Currency
    public let metrics: Metrics
    public let labels: [WorkingLabel: WorkingLabel.State]
    /// Nil where the figures are closed, as the day is one of them.
    public let updated: CalendarDate?

    /// Closes what the creator has not authorised and takes addresses out of the texts that they wrote.
    public init(_ creator: Creator) {
        let redaction = ContactRedaction(of: creator.contacts, except: creator.username.text)
        username = creator.username
        nickname = Self.shownName(of: creator, redaction: redaction)
        market = creator.market
        bio = creator.bio.map(redaction.applied)
        profile = creator.profile.map { PublicProfile($0, redaction: redaction) }
        photo = creator.photo.map { PublicCreator.photoName(of: creator.username, from: $0) }
        categories = creator.categories
        // An agency is often reached by a Line id that is its name, which is no secret.
        let reachable = creator.contacts.limited(to: ContactChannel.allCases.filter { $0 != .line })
        agency = creator.agency.map(ContactRedaction(of: reachable).applied)
        isAuthorized = creator.isAuthorized
        showsContact = creator.showsContact
        currency = creator.currency
        metrics = Self.shownMetrics(of: creator)
        labels = Self.labelStates(of: creator)
        updated = creator.isAuthorized ? creator.updated : nil
    }

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

    private static func labelStates(of creator: Creator) -> [WorkingLabel: WorkingLabel.State] {
        let states = WorkingLabel.allCases.map { label -> (WorkingLabel, WorkingLabel.State) in
            guard creator.isAuthorized else { return (label, .closed) }
            if let holds = creator.statedLabels[label] ?? creator.computed.labels[label] { return (label, holds ? .yes : .no) }
            let isClosed = label.inputs.contains { creator.metrics[$0] == .closed }
            return (label, isClosed ? .closed : .missing)
        }
        return Dictionary(uniqueKeysWithValues: states)
    }
}
