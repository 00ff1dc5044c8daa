import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// Lets into an inbox whoever has its link. The link is the proof: no account, no cookie.
struct InboxDoor: Sendable {
    let settings: ServerSettings
    let lookup: CreatorLookup

    /// Whose inbox it is.
    struct Owner: Sendable {
        let username: Username
        /// The last part of the link.
        let token: InboxToken
        /// The record with the creator's wishes; nil where the catalogue no longer has them.
        let creator: Creator?
    }

    /// - Throws: `Problem` 404, the same for every link that opens nothing.
    func owner(_ state: RequestState) async throws -> Owner {
        var text = state.parameters.get("token") ?? ""
        if text.hasSuffix(".json") { text.removeLast(5) }
        guard let token = InboxToken(text),
            let username = try await settings.store.creator(ofInbox: token, key: settings.inboxKey)
        else { throw Self.closed }
        return Owner(username: username, token: token, creator: try lookup.known(username))
    }

    private static let closed = Problem(
        status: .notFound, title: Saying(.problemNoInbox), detail: Saying(.detailNoInbox), mend: Saying(.mendInbox))
}
