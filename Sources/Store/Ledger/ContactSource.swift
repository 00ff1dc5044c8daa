public import Foundation
public import Marketplace

/// Where a contact detail came from, since when, and on what it is kept. The address itself is not here.
public struct ContactSource: Hashable, Sendable {
    public let channel: ContactChannel
    /// The name of the file that brought it, or the folder of the site where it was found.
    public let source: String
    public let since: Date
    /// In the site's own words.
    public let basis: String
}
