import Foundation
import Marketplace

/// The place behind an invitation in a list of them, newest first. It stays right while new ones come in.
struct InvitationCursor {
    let milliseconds: Int64
    let id: InvitationID

    init(behind invitation: Invitation) {
        milliseconds = invitation.sent.milliseconds
        id = invitation.id
    }

    /// Reads the text form; nil where it is none that a list gave.
    init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = InvitationID(String(parts[1])) else { return nil }
        (self.milliseconds, self.id) = (milliseconds, id)
        guard self.text == text else { return nil }
    }

    /// Letters, digits, "-" and "_", so that it stands in an address as it is.
    var text: String { "\(milliseconds)_\(id.text)" }
}
