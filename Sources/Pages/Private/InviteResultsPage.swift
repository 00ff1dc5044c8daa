public import Foundation
public import Marketplace
public import Templating

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
