public import Marketplace
import Templating
import Foundation

/// An invitation in its creator's inbox.
public struct InboxInvitation: Sendable {
    public let invitation: Invitation
    /// Nil where the site no longer has the company.
    public let company: InboxCompany?
    /// The company's contacts, where they were released (SPEC N2).
    public let contacts: ContactDetails?
    /// Whether the creator stopped invitations of this company.
    public let isStopped: Bool

    public init(invitation: Invitation, company: InboxCompany?, contacts: ContactDetails?, isStopped: Bool) {
        (self.invitation, self.company, self.contacts, self.isStopped) = (invitation, company, contacts, isStopped)
    }

    /// The name that the creator knows the company by.
    public var companyName: String { company?.company.name ?? invitation.company.text }

    static let shape =
        ([
            "id": .text, "anchor": .text, "company_slug": .text, "heading": .text, "sent_text": .text, "sent_iso": .text,
            "purpose": .text, "message": .html, "company": .record(InboxCompany.shape),
            "contacts": .record(["heading": .text, "channels": .list(["verb": .text, "address": .text, "link": .text])]),
        ] as TemplateShape).merging(choicesShape)

    func values(root: String, _ phrases: Phrases, in frame: PageFrame) -> TemplateRecord {
        let named: KeyValuePairs<String, String> = ["company": companyName]
        let day = PhraseDate.day(invitation.sent, in: frame.site.timeZone, phrases)
        let purpose = invitation.message.purpose == .partnership ? PhraseKey.purposePartnership : .purposeDistribution
        let facts: TemplateRecord = [
            "id": .text(invitation.id.text), "anchor": .text("i-\(invitation.id)"),
            "company_slug": .text(invitation.company.text), "heading": .text(phrases(.invitesYou, named)),
            "sent_text": .text(phrases(.sentOn, ["date": day])), "sent_iso": .text(invitation.sent.rfc3339),
            "purpose": .text(phrases(purpose)), "message": .html(InvitationMarkdown.html(from: invitation.message.text)),
            "company": company.map { .record($0.values(root: root, phrases, in: frame)) },
            "contacts": contacts.map { .record(contactValues($0, phrases, in: frame)) },
        ]
        return facts.merging(choices(named, phrases))
    }

    private static let choicesShape: TemplateShape = [
        "state": .text, "state_name": .text, "is_new": .flag, "can_accept": .flag, "can_decline": .flag,
        "interested_note": .text, "decline_why": .text, "stop_button": .text,
        "stopped": .record(["text": .text, "button": .text]),
    ]

    /// Where it stands, and what the creator can do with it.
    private func choices(_ named: KeyValuePairs<String, String>, _ phrases: Phrases) -> TemplateRecord {
        let state = invitation.state
        let stopped: TemplateRecord = [
            "text": .text(phrases(.stoppedCompany, named)), "button": .text(phrases(.allowCompanyButton, named)),
        ]
        return [
            "state": .text(state.rawValue), "state_name": .text(phrases(Self.stateKey(state))),
            "is_new": .flag(state == .sent), "can_accept": .flag(state != .interested && state != .expired),
            "can_decline": .flag(state != .declined && state != .expired),
            "interested_note": .text(phrases(.interestedNote, named)), "decline_why": .text(phrases(.declineWhy, named)),
            "stop_button": .text(isStopped ? nil : phrases(.stopCompanyButton, named)),
            "stopped": isStopped ? .record(stopped) : nil,
        ]
    }

    private func contactValues(_ contacts: ContactDetails, _ phrases: Phrases, in frame: PageFrame) -> TemplateRecord {
        let entries = contacts.entries(preferring: frame.site.channels(in: invitation.market))
        return [
            "heading": .text(phrases(.contactsHeading, ["company": companyName])),
            "channels": .list(
                entries.map { channel, address in
                    let verb: String =
                        switch channel {
                        case .email: phrases(.writeMail)
                        case .phone: phrases(.call)
                        default: phrases(.writeOn, ["channel": channel.name])
                        }
                    return [
                        "verb": .text(verb), "address": .text(address), "link": .text(channel.link(to: address)),
                    ]
                }),
        ]
    }

    private static func stateKey(_ state: Invitation.State) -> PhraseKey {
        switch state {
        case .sent: .stateSent
        case .seen: .stateSeen
        case .interested: .stateInterested
        case .declined: .stateDeclined
        case .expired: .stateExpired
        }
    }
}

/// Days in the words of a language.
enum PhraseDate {
    /// "30 September 2026".
    static func day(_ instant: Date, in timeZone: TimeZone, _ phrases: Phrases) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: instant)
        let months = phrases(.months).split(separator: "|")
        let month = (parts.month ?? 1) - 1
        let name = months.indices.contains(month) ? String(months[month]) : String(month + 1)
        return "\(parts.day ?? 0) \(name) \(parts.year ?? 0)"
    }
}
