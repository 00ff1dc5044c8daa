public import Foundation

/// One thing that was done with a creator's data, or that a creator decided. Holds no name and no address.
public struct LedgerEntry: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        /// A contact detail is on record: on which channel, from where, since when, on what basis.
        case contactRecorded = "contact_recorded"
        /// A contact detail changed.
        case contactChanged = "contact_changed"
        /// A contact detail is no longer on record.
        case contactRemoved = "contact_removed"
        /// A member saw contact details.
        case revealed
        /// The creator switched the display of their contacts.
        case contactDisplay = "contact_display"
        /// The creator switched the authorisation of their data.
        case authorisation
        case stopped
        case allowedAgain = "allowed_again"
        case inboxRevoked = "inbox_revoked"
        /// A company's contacts were released to the creator.
        case released
        /// The creator downloaded what is held about them.
        case downloaded
        case erasureRequested = "erasure_requested"
        case erased
        /// Old entries of the history were removed, as the retention times say.
        case retention
    }

    public let number: Int64
    public let instant: Date
    public let kind: Kind
    /// Stands for the creator; whose it is, the store forgets with the creator. Empty where nobody is meant.
    public let subject: String
    /// JSON with sorted keys.
    public let detail: String
    /// SHA-256 of the entry before it and of all above, in hexadecimal.
    public let hash: String
}

/// Where the ledger does not hold together.
public enum LedgerFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// An entry is not what it was when it was written.
    case changed(number: Int64)
    /// Entries are missing before this one.
    case missing(before: Int64)
    /// The last entries were taken away.
    case cut(after: Int64)

    public var description: String {
        switch self {
        case .changed(let number): "entry \(number) of the consent ledger was changed after it was written"
        case .missing(let number): "entries before \(number) of the consent ledger are missing"
        case .cut(let number): "the consent ledger was cut off after entry \(number)"
        }
    }
}
