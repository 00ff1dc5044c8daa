public import Marketplace

/// Why a person cannot be added, removed or given a key.
public enum MembershipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is no e-mail address.
    case noAddress(String)
    /// The person is a member already, of this company or another: an address belongs to one company only.
    case alreadyMember(Member)
    /// Nobody is a member under this address.
    case unknownMember(email: String)

    /// The cause and what to do, in one line.
    public var description: String {
        switch self {
        case .noAddress(let text): "'\(text)' is no e-mail address; write it like name@example.com"
        case .alreadyMember(let member):
            "\(member.email) is already \(member.role == .owner ? "an owner" : "a member") of \(member.company); "
                + "plaza member link makes a new sign-in link, plaza member remove ends the membership"
        case .unknownMember(let email): "nobody is a member as \(email); add them first, or check the spelling"
        }
    }
}
