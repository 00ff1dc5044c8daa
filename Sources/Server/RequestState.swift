import Hummingbird
import Marketplace
import NIOCore
import Store

/// What is known of a request on its way through the server.
struct RequestState: RequestContext {
    var coreContext: CoreRequestContextStorage
    var credential = Credential.none
    /// The session of the cookie, where that is the credential.
    var session: MemberSession?
    /// Who is connected; nil where there is no socket.
    let peer: SocketAddress?

    init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }

    /// How the request says who it is from.
    enum Credential: Sendable {
        case none
        /// The cookie of a browser, which other sites can make it send.
        case session(Member, Secret)
        /// A bearer token, which only the program that holds it can send.
        case token(Member)
        /// A bearer token that does not hold.
        case invalidToken
    }

    var member: Member? {
        switch credential {
        case .session(let member, _), .token(let member): member
        case .none, .invalidToken: nil
        }
    }
}
