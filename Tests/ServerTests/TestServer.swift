import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marketplace
import NIOCore
import Pages
import Store
import Synchronization
import Words

@testable import Server

/// A server over a real store and real files, with a clock that a test moves.
final class TestServer: Sendable {
    let settings: ServerSettings
    let folder: TemporaryFolder
    let member: Member

    static let start = Date(timeIntervalSince1970: 1_790_000_000)

    /// - Parameters:
    ///   - roles: those of the only company, "northlight", whose member asks.
    ///   - creators: all that the build knew.
    init(roles: Set<CompanyRole> = [.mcn], creators: [Creator], limits: InvitationLimits = .standard, site: Site? = nil)
        async throws
    {
        folder = try TemporaryFolder()
        let company = try Company.sample(roles: roles)
        let publicFolder = folder.url.appending(path: "public")
        try FileManager.default.createDirectory(at: publicFolder.appending(path: "ID"), withIntermediateDirectories: true)
        try Data("<p>home</p>".utf8).write(to: publicFolder.appending(path: "index.html"))
        try Data("0123456789".utf8).write(to: publicFolder.appending(path: "ID/index.html"))
        let plain = publicFolder.appending(path: "companies")
        try FileManager.default.createDirectory(at: plain, withIntermediateDirectories: true)
        try Data("0123456789".utf8).write(to: plain.appending(path: "index.html"))
        try Data("secret".utf8).write(to: folder.url.appending(path: "outside.txt"))
        let directory = folder.url.appending(path: "creators.jsonl")
        try CreatorDirectory.contents(of: creators).write(to: directory)
        let store = try Store.open(
            at: folder.url.appending(path: "private/plaza.sqlite"),
            scrypt: ScryptParameters(costExponent: 4, blockSize: 1, parallelism: 1))
        member = Member(email: "mia@northlight.example", company: company.slug, role: .member)
        try await store.add(member, now: Self.start)
        let box = ClockBox()
        let tables = folder.url.appending(path: "tables")
        settings = ServerSettings(
            renderer: PageRenderer(
                site: try site ?? .sample(), owner: company, companies: [company], templates: try SourceTree.templates(),
                words: try SourceTree.wording(),
                phrases: try SourceTree.phrases()),
            publicFolder: publicFolder, directoryFile: directory, tableFile: { tables.appending(path: "\($0).table") },
            store: store, inboxKey: InboxKey(), hosts: ["localhost"], limits: limits,
            wordCount: WordCounter.count, now: { box.now }
        )
        self.box = box
    }

    private let box: ClockBox

    /// Holds the time that the server believes it is.
    private final class ClockBox: Sendable {
        private let time = Mutex(TestServer.start)
        var now: Date { time.withLock { $0 } }
        func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
    }

    func advance(by seconds: TimeInterval) { box.advance(seconds) }

    /// An owner of the member's company, who is added where there is none.
    func owner() async throws -> Member {
        let owner = Member(email: "olga@northlight.example", company: member.company, role: .owner)
        if try await settings.store.member(email: owner.email) == nil { try await settings.store.add(owner, now: Self.start) }
        return owner
    }

    func token(of other: Member? = nil) async throws -> String {
        try await settings.store.createToken(for: (other ?? member).email, name: "test", now: Self.start).text
    }

    /// A session cookie, got by a sign-in link as a browser gets it.
    func session(of other: Member? = nil) async throws -> String {
        let now = settings.now()
        let link = try await settings.store.createSignInLink(for: (other ?? member).email, expires: now + 3600)
        let signIn = try await settings.store.redeem(signInLink: link, now: settings.now, sessionLifetime: 3600)
        guard let signIn else { throw CancellationError() }
        return "plaza_session=" + signIn.session.text
    }

    /// Sends one request through every middleware.
    func send(
        _ path: String, _ method: HTTPRequest.Method = .get, _ headers: [String: String] = [:], body: String? = nil
    ) async throws -> TestResponse {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { throw CancellationError() }
            fields[name] = value
        }
        let application = Application(router: MarketplaceServer(settings).router())
        let requestFields = fields
        return try await application.test(.router) { client in
            try await client.executeRequest(
                uri: path, method: method, headers: requestFields, body: body.map { ByteBuffer(string: $0) })
        }
    }

    /// A POST of a form from a program with a token.
    func post(_ path: String, _ form: String, accept: String = "application/json") async throws -> TestResponse {
        try await send(
            path, .post,
            [
                "Authorization": "Bearer \(try await token())", "Accept": accept,
                "Content-Type": "application/x-www-form-urlencoded",
            ], body: form
        )
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    var object: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:] }
    }
}
