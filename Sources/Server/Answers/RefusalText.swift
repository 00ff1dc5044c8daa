import Foundation
import HTTPTypes
import Marketplace

/// What a refused invitation says, and with which status.
enum RefusalText {
    static func detail(of rule: InvitationRule, nickname: String) -> String {
        switch rule {
        case .dailyLimit: "Today's invitations are used up."
        case .creatorCooldown: "\(nickname) was invited less than seven days ago."
        case .notListed: "\(nickname) is not in the catalogue that your company can invite from."
        case .contactRequired: "Give a contact on one of the channels of \(nickname)'s market."
        case .alreadyQueued: "Another invitation waits for \(nickname). Cancel it in the queue first."
        case .optedOut: "\(nickname) does not want invitations."
        case .variableUnresolved: "The message has a variable that \(nickname) has no value for."
        case .messageRequired, .messageTooLong, .purposeNotAllowed: "The invitation needs a change first."
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
