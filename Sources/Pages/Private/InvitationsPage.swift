public import Marketplace
public import Templating

/// The invitations of a company, newest first.
public struct InvitationsPage: Page {
    public let template = "pages/invitations"
    public let title: String
    public let summary = "The invitations of your company."
    public let path = "invitations"
    private let invitations: [Invitation]
    private let filter: Filter
    private let quota: InvitationQuota
    private let nextQuery: String?

    /// What was asked for, as it was written.
    public struct Filter: Sendable {
        public var q = ""
        public var from = ""
        public var to = ""
        public var purpose = ""
        public var market = ""

        public init() {}

        var isEmpty: Bool { [q, from, to, purpose, market].allSatisfy(\.isEmpty) }
    }

    /// - Parameter nextQuery: the query string of the next page, where there is one.
    public init(invitations: [Invitation], filter: Filter, quota: InvitationQuota, nextQuery: String?, site: Site) {
        self.invitations = invitations
        self.filter = filter
        self.quota = quota
        self.nextQuery = nextQuery
        title = "Invitation history · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let emptyReason =
            filter.isEmpty
            ? "No invitation has been sent yet. Choose a creator and press Invite."
            : "No invitation matches. Take something out of the search."
        return [
            "quota": .record(QuotaValues.values(of: quota, in: frame)), "filter": .record(filterValues(in: frame)),
            "invitations": .list(invitations.map { rowValues($0, in: frame) }),
            "next_href": .text(nextQuery.map { "invitations?" + $0 }),
            "is_empty": .flag(invitations.isEmpty), "empty_reason": .text(emptyReason),
        ]
    }

    private func filterValues(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text("invitations"), "q": .text(filter.q), "from": .text(filter.from), "to": .text(filter.to),
            "purposes": .list(
                Purpose.allCases.map {
                    ["value": .text($0.rawValue), "name": .text($0.name), "selected": .flag($0.rawValue == filter.purpose)]
                }
            ),
            "markets": .list(
                frame.site.markets.map {
                    ["value": .text($0.rawValue), "name": .text($0.name), "selected": .flag($0.rawValue == filter.market)]
                }
            ),
        ]
    }

    private func rowValues(_ invitation: Invitation, in frame: PageFrame) -> TemplateRecord {
        InvitationValues.values(of: invitation, root: root, in: frame).merging(["href": .text("invitations/\(invitation.id)")])
    }
}
