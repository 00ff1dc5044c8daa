public import Marketplace
public import Templating

/// The invitations of a company, newest first.
public struct InvitationsPage: Page {
    public let template = "pages/invitations"
    public let path = "invitations"
    private let invitations: [Invitation]
    private let filter: Filter
    private let quota: InvitationQuota
    private let nextQuery: String?
    private let query: String
    private let choices: Choices

    /// What the history can be searched by, as far as it depends on the company.
    public struct Choices: Sendable {
        /// Who sent invitations.
        public let members: [String]
        /// What they were made from.
        public let templates: [String]

        public init(members: [String], templates: [String]) {
            (self.members, self.templates) = (members, templates)
        }
    }

    /// What was asked for, as it was written.
    public struct Filter: Sendable {
        public var q = ""
        public var from = ""
        public var to = ""
        public var purpose = ""
        public var market = ""
        public var state = ""
        public var member = ""
        public var template = ""

        public init() {}

        var isEmpty: Bool { [q, from, to, purpose, market, state, member, template].allSatisfy(\.isEmpty) }
    }

    /// - Parameters:
    ///   - nextQuery: the query string of the next page, where there is one.
    ///   - query: that of the whole list.
    public init(
        invitations: [Invitation], filter: Filter, quota: InvitationQuota, nextQuery: String?, query: String,
        choices: Choices
    ) {
        (self.query, self.choices) = (query, choices)
        self.invitations = invitations
        self.filter = filter
        self.quota = quota
        self.nextQuery = nextQuery
    }

    public static let shape: TemplateShape = [
        "quota": .record(QuotaValues.shape), "filter": .record(filterShape), "invitations": .list(rowShape),
        "next_href": .text, "csv_href": .text, "json_href": .text, "replies_href": .text, "queue_href": .text,
        "templates_href": .text, "shortlists_href": .text, "is_empty": .flag, "empty_reason": .text,
    ]

    public func title(in frame: PageFrame) -> String? { frame.words(.titleHistory) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryHistory) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let emptyReason: WordingKey =
            filter.isEmpty
            ? .historyEmpty
            : .historyNoMatch
        return [
            "quota": .record(QuotaValues.values(of: quota, in: frame)), "filter": .record(filterValues(in: frame)),
            "invitations": .list(invitations.map { rowValues($0, in: frame) }),
            "next_href": .text(nextQuery.map { "invitations?" + $0 }),
            "csv_href": .text("invitations.csv" + (query.isEmpty ? "" : "?" + query)),
            "json_href": .text("invitations.json" + (query.isEmpty ? "" : "?" + query)),
            "replies_href": .text("replies" + (query.isEmpty ? "" : "?" + query)),
            "queue_href": .text("queue"), "templates_href": .text("templates"), "shortlists_href": .text("shortlists"),
            "is_empty": .flag(invitations.isEmpty), "empty_reason": .text(frame.words(emptyReason)),
        ]
    }

    private static let filterShape: TemplateShape = [
        "action": .text, "q": .text, "from": .text, "to": .text,
        "purposes": .list(["value": .text, "name": .text, "selected": .flag]),
        "markets": .list(["value": .text, "name": .text, "selected": .flag]),
        "states": .list(["value": .text, "name": .text, "selected": .flag]),
        "members": .list(["value": .text, "selected": .flag]), "templates": .list(["value": .text, "selected": .flag]),
        "has_templates": .flag,
    ]

    private func filterValues(in frame: PageFrame) -> TemplateRecord {
        [
            "action": .text("invitations"), "q": .text(filter.q), "from": .text(filter.from), "to": .text(filter.to),
            "purposes": .list(
                Purpose.allCases.map {
                    [
                        "value": .text($0.rawValue), "name": .text(frame.words[$0].name),
                        "selected": .flag($0.rawValue == filter.purpose),
                    ]
                }
            ),
            "markets": .list(
                frame.site.markets.map {
                    [
                        "value": .text($0.rawValue), "name": .text(frame.words[$0]),
                        "selected": .flag($0.rawValue == filter.market),
                    ]
                }
            ),
            "states": .list(
                Invitation.State.allCases.map {
                    [
                        "value": .text($0.rawValue), "name": .text(frame.words[$0]),
                        "selected": .flag($0.rawValue == filter.state),
                    ]
                }),
            "members": .list(Self.options(choices.members, selected: filter.member)),
            "templates": .list(Self.options(choices.templates, selected: filter.template)),
            "has_templates": .flag(!choices.templates.isEmpty),
        ]
    }

    private static func options(_ values: [String], selected: String) -> [TemplateRecord] {
        values.sorted().map { ["value": .text($0), "selected": .flag($0 == selected)] }
    }

    private static let rowShape = InvitationValues.shape.merging(["href": .text])

    private func rowValues(_ invitation: Invitation, in frame: PageFrame) -> TemplateRecord {
        InvitationValues.values(of: invitation, root: root, in: frame).merging(["href": .text("invitations/\(invitation.id)")])
    }
}
