import Foundation
import HTTPTypes
import Marketplace
import Pages

/// What a refused invitation says, and with which status.
enum RefusalText {
    static func detail(of rule: InvitationRule, nickname: String) -> Saying {
        switch rule {
        case .dailyLimit: Saying(.refusalDailyLimit)
        case .creatorCooldown: Saying(.refusalCooldown, ["name": nickname])
        case .notListed: Saying(.refusalNotListed, ["name": nickname])
        case .contactRequired: Saying(.refusalContact, ["name": nickname])
        case .alreadyQueued: Saying(.refusalQueued, ["name": nickname])
        case .optedOut: Saying(.refusalOptedOut, ["name": nickname])
        case .variableUnresolved: Saying(.refusalVariable, ["name": nickname])
        case .messageRequired, .messageTooLong, .purposeNotAllowed: Saying(.refusalForm)
        }
    }

    static func status(of rule: InvitationRule) -> HTTPResponse.Status {
        switch rule {
        case .dailyLimit: .tooManyRequests
        case .creatorCooldown, .alreadyQueued: .conflict
        case .optedOut, .variableUnresolved, .notListed, .contactRequired, .messageRequired, .messageTooLong,
            .purposeNotAllowed:
            .unprocessableContent
        }
    }
}
