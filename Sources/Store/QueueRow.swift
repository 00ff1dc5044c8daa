import Foundation
import GRDB
import Marketplace

/// A row of `queued_invitation`, joined with its message.
struct QueueRow: Decodable, FetchableRecord {
    let id: String
    let company: String
    let member: String
    let creator: String
    let nickname: String
    let market: String
    let purpose: String
    let message: String
    let body: String
    let contacts: String
    let template: String?
    let submission: String?
    let position: Int64
    let queued: Int64
    let obstacle: String?
    /// When the company last invited the creator.
    let lastSent: Int64?

    /// What to select, to be followed by WHERE.
    static let selection: SQL = """
        SELECT queue.id, queue.company, queue.member, queue.creator, queue.nickname, queue.market, queue.purpose, queue.message,
            message.body, message.contacts, queue.template, queue.submission, queue.position, queue.queued, queue.obstacle,
            (SELECT MAX(sent) FROM invitation
                WHERE invitation.company = queue.company AND invitation.creator_key = queue.creator_key) AS lastSent
        FROM queued_invitation AS queue JOIN message ON message.id = queue.message
        """

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func invitation() throws -> QueuedInvitation {
        guard let id = InvitationID(id), let company = Slug(company), let creator = Username(creator),
            let market = Market(rawValue: market), let purpose = Purpose(rawValue: purpose)
        else {
            throw StoreFault(
                reason: .damaged, detail: "a row of 'queued_invitation' has an unknown key, market or purpose")
        }
        let contacts = try StoredJSON.decode(ContactDetails.self, from: contacts)
        return QueuedInvitation(
            id: id, company: company, member: member,
            draft: InvitationDraft(
                InvitationMessage(purpose: purpose, text: body, contacts: contacts),
                to: Recipient(username: creator, nickname: nickname, market: market), template: template),
            queued: Date(milliseconds: queued), obstacle: obstacle.flatMap { InvitationRule(rawValue: $0) })
    }

    static func insert(
        _ invitation: QueuedInvitation, message: String, submission: String?, position: Int64, _ db: Database
    ) throws {
        let recipient = invitation.draft.recipient
        try db.execute(
            literal: """
                INSERT INTO queued_invitation
                    (id, company, member, creator, creator_key, nickname, market, purpose, message, template, submission,
                     position, queued)
                VALUES (
                    \(invitation.id.text), \(invitation.company.text), \(invitation.member),
                    \(recipient.username.text), \(recipient.username.folded), \(recipient.nickname),
                    \(recipient.market.rawValue), \(invitation.draft.message.purpose.rawValue), \(message),
                    \(invitation.draft.template), \(submission), \(position), \(invitation.queued.milliseconds)
                )
                """)
    }
}
