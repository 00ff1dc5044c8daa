public import Foundation

/// A session of a member, as they see it in a list.
public struct MemberSession: Hashable, Sendable {
    /// Names it for ending it; tells nothing of the secret.
    public let id: String
    /// The member whose it is.
    public let email: String
    /// What the browser called itself when it signed in; may be empty.
    public let device: String
    public let begun: Date
    /// When it was last used, to about a minute.
    public let used: Date
    /// From when on it no longer holds.
    public let expires: Date
    /// Until when it may set a password without the old one; in the past for most.
    public let linkUntil: Date
}
