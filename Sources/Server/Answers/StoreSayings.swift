import Pages
import Store

extension PasswordFault {
    /// What is wrong and what to do, in a sentence or two.
    var saying: Saying {
        switch self {
        case .tooShort: Saying(.passwordTooShort, ["count": String(Self.shortestCharacterCount)])
        case .tooLong: Saying(.passwordTooLong, ["count": String(Self.longestByteCount)])
        case .common: Saying(.passwordCommon)
        case .repeating: Saying(.passwordRepeating)
        case .sameAsAddress: Saying(.passwordSameAsAddress)
        }
    }
}

extension MailStatus.State {
    /// What became of a mail, for members.
    var saying: Saying {
        switch self {
        case .waiting: Saying(.mailWaiting)
        case .sending: Saying(.mailSending)
        case .sent: Saying(.mailSent)
        case .failed: Saying(.mailFailed)
        case .unclear: Saying(.mailUnclear)
        case .cancelled: Saying(.mailCancelled)
        }
    }
}
