import Marketplace
import Store

/// A creator whom a member picked, as far as there is one.
struct InviteCandidate: Sendable {
    /// As the member wrote it.
    let name: String
    /// Nil where the company cannot invite anybody of that name.
    let creator: PublicCreator?

    var nickname: String { creator?.nickname ?? name }
}

/// What became of one of them.
struct InviteResult: Sendable {
    let candidate: InviteCandidate
    let outcome: Receipt.Result

    init(_ candidate: InviteCandidate, _ outcome: Receipt.Result) {
        (self.candidate, self.outcome) = (candidate, outcome)
    }

    var refusal: Refusal? {
        if case .refused(let refusal) = outcome { refusal } else { nil }
    }

    var invitation: Invitation? {
        if case .sent(let invitation) = outcome { invitation } else { nil }
    }

    var queued: QueuedInvitation? {
        if case .queued(let queued) = outcome { queued } else { nil }
    }
}

extension Recipient {
    /// Nothing but what is public goes into the history: a creator may have written an address into the nickname.
    init(_ creator: PublicCreator) {
        self.init(username: creator.username, nickname: creator.nickname, market: creator.market)
    }
}
