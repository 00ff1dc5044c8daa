public import Foundation
public import Marketplace
public import Templating

/// The form of an invitation, shown again with what must be changed.
public struct InvitePage: Page {
    public let template = "pages/invite"
    public let title: String
    public let summary = "Invite creators."
    public let path = "invite"
    private let form: InviteFormContent
    private let recipients: [Creator]

    public init(form: InviteFormContent, recipients: [Creator], site: Site) {
        (self.form, self.recipients) = (form, recipients)
        title = "Invite · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let recipients: [TemplateRecord] = recipients.map {
            [
                "nickname": .text($0.nickname), "username": .text($0.username.text),
                "href": .text("creators/\($0.username).html"),
            ]
        }
        return ["invite": .record(form.values(root: root, in: frame)), "recipients": .list(recipients)]
    }
}

/// What became of an invitation to several creators.
public struct InviteResultsPage: Page {
    public let template = "pages/invite-results"
    public let title: String
    public let summary = "What became of the invitations."
    public let path = "invite"
    private let results: [Result]
    private let quota: InvitationQuota

    public struct Result: Sendable {
        public let username: String
        public let nickname: String
        /// Where it was sent.
        public let invitation: InvitationID?
        /// Why not, where it was refused.
        public let reason: String?
        public let until: Date?

        public init(username: String, nickname: String, invitation: InvitationID?, reason: String?, until: Date?) {
            self.username = username
            self.nickname = nickname
            self.invitation = invitation
            self.reason = reason
            self.until = until
        }
    }

    public init(results: [Result], quota: InvitationQuota, site: Site) {
        (self.results, self.quota) = (results, quota)
        title = "Invitations · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let sentCount = results.count { $0.invitation != nil }
        return [
            "sent_count_text": .text(NumberText.count(sentCount, "invitation sent", "invitations sent")),
            "refused_count_text": .text(NumberText.count(results.count - sentCount, "not sent", "not sent")),
            "has_refused": .flag(sentCount < results.count),
            "quota": .record(QuotaValues.values(of: quota, in: frame)),
            "results": .list(
                results.map { result in
                    [
                        "nickname": .text(result.nickname), "username": .text(result.username),
                        "href": .text("creators/\(PercentEncoding.encode(result.username)).html"),
                        "is_sent": .flag(result.invitation != nil),
                        "invitation_href": .text(result.invitation.map { "invitations/\($0)" }),
                        "reason": .text(result.reason),
                        "until_text": .text(result.until.map { DateText.instant($0, in: frame.site.timeZone) }),
                    ]
                }
            ),
        ]
    }
}

/// What is left of the day, for a signed-in member.
enum QuotaValues {
    static func values(of quota: InvitationQuota, in frame: PageFrame) -> TemplateRecord {
        [
            "left": .text(NumberText.exact(quota.left)), "limit": .text(NumberText.exact(quota.limit)),
            "used": .text(NumberText.exact(quota.used)),
            "resets_text": .text(DateText.instant(quota.resets, in: frame.site.timeZone)),
        ]
    }
}

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

/// One invitation, as the creator reads it.
public struct InvitationPage: Page {
    public let template = "pages/invitation"
    public let title: String
    public let summary = "An invitation of your company."
    public let path: String
    private let invitation: Invitation
    private let isNew: Bool

    /// - Parameter isNew: whether it was sent just now.
    public init(invitation: Invitation, isNew: Bool, site: Site) {
        (self.invitation, self.isNew) = (invitation, isNew)
        path = "invitations/\(invitation.id)"
        title = "Invitation to \(invitation.nickname) · \(site.name)"
    }

    public func values(in frame: PageFrame) -> TemplateRecord {
        InvitationValues.values(of: invitation, root: root, in: frame).merging([
            "message": .html(InvitationMarkdown.html(from: invitation.message.text)),
            "purpose_statement": .text(invitation.message.purpose.statement),
            "contacts": .list(
                invitation.message.contacts.entries(preferring: frame.site.channels(in: invitation.market)).map {
                    ["name": .text($0.channel.name), "address": .text($0.address)]
                }
            ),
            "notice": .text(isNew ? "Invitation sent to \(invitation.nickname)." : nil),
        ])
    }
}

/// What a list and a page say of an invitation.
private enum InvitationValues {
    static func values(of invitation: Invitation, root: String, in frame: PageFrame) -> TemplateRecord {
        [
            "nickname": .text(invitation.nickname), "username": .text(invitation.creator.text),
            "creator_href": .text(root + "creators/\(invitation.creator).html"),
            "language": .text(invitation.market.language),
            "market_name": .text(invitation.market.name), "purpose_name": .text(invitation.message.purpose.name),
            "state_name": .text(stateName(invitation.state)), "sender": .text(invitation.member),
            "sent_text": .text(DateText.instant(invitation.sent, in: frame.site.timeZone)),
            "sent_iso": .text(invitation.sent.rfc3339),
        ]
    }

    private static func stateName(_ state: Invitation.State) -> String {
        switch state {
        case .sent: "Sent"
        }
    }
}
