import Foundation
import GRDB
import Marketplace

/// A row of `invitation`, joined with its message.
struct InvitationRow: Decodable, FetchableRecord {
    let id: String
    let company: String
    let member: String
    let creator: String
    let nickname: String
    let market: String
    let purpose: String
    let state: String
    let sent: Int64
    let body: String
    let contacts: String
    let template: String?

    /// What to select, to be followed by WHERE.
    static let selection: SQL = """
        SELECT invitation.id, company, member, creator, nickname, market, purpose, state, sent, body, contacts,
            template
        FROM invitation JOIN message ON message.id = invitation.message
        """

    /// - Throws: `StoreFault` where the row is none that Plaza wrote.
    func invitation() throws -> Invitation {
        guard let id = InvitationID(id), let company = Slug(company), let creator = Username(creator),
            let market = Market(rawValue: market), let purpose = Purpose(rawValue: purpose),
            let state = Invitation.State(rawValue: state)
        else {
            throw StoreFault(reason: .damaged, detail: "a row of 'invitation' has an unknown key, market, purpose or state")
        }
        let contacts = try StoredJSON.decode(ContactDetails.self, from: contacts)
        return Invitation(
            id: id, company: company, member: member, creator: creator, nickname: nickname, market: market,
            message: InvitationMessage(purpose: purpose, text: body, contacts: contacts),
            state: state, sent: Date(milliseconds: sent), template: template)
    }

    static func insert(_ message: InvitationMessage, key: String, _ db: Database) throws {
        let contacts = try StoredJSON.encode(message.contacts)
        try db.execute(literal: "INSERT INTO message (id, body, contacts) VALUES (\(key), \(message.text), \(contacts))")
    }

    /// - Parameters:
    ///   - message: the key of the row of `message` that it refers to.
    ///   - submission: the key of the request that sends it, if it has one.
    static func insert(_ invitation: Invitation, message: String, submission: String?, _ db: Database) throws {
        try db.execute(
            literal: """
                INSERT INTO invitation
                    (id, company, member, creator, creator_key, nickname, nickname_key, market, purpose, message, state, sent,
                     template, submission)
                VALUES (
                    \(invitation.id.text), \(invitation.company.text), \(invitation.member),
                    \(invitation.creator.text), \(invitation.creator.folded),
                    \(invitation.nickname), \(SearchKey(invitation.nickname).text),
                    \(invitation.market.rawValue), \(invitation.message.purpose.rawValue), \(message),
                    \(invitation.state.rawValue), \(invitation.sent.milliseconds),
                    \(invitation.template), \(submission)
                )
                """)
    }
}
