public import Marketplace

/// Why a person cannot be added, removed or given a key.
public enum MembershipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is no e-mail address.
    case noAddress(String)
    /// The person is a member already, of this company or another: an address belongs to one company only.
    case alreadyMember(Member)
    /// Nobody is a member under this address.
    case unknownMember(email: String)
    /// Who asked is no owner of the company, or not any more.
    case notAnOwner(email: String)
    /// The company would have no owner left.
    case lastOwner(email: String)

    /// The cause and what to do, in one line.
    public var description: String {
        switch self {
        case .noAddress(let text): "'\(text)' is no e-mail address; write it like name@example.com"
        case .alreadyMember(let member):
            "\(member.email) is already \(member.role == .owner ? "an owner" : "a member") of \(member.company); "
                + "plaza member link makes a new sign-in link, plaza member remove ends the membership"
        case .unknownMember(let email): "nobody is a member as \(email); add them first, or check the spelling"
        case .notAnOwner(let email): "\(email) is no owner of the company; ask one of its owners"
        case .lastOwner(let email): "\(email) is the company's only owner; make somebody else an owner first"
        }
    }
}
