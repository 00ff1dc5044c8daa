import Foundation
import Marketplace
import Synchronization
import Testing

@testable import Store

/// A folder of a test's own, removed with it.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("plaza-store-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that stays behind is the system's to clear.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Where the store of the test is, in a folder that is not there yet.
    var file: URL { folder.appendingPathComponent("private/plaza.sqlite") }

    func open() throws -> Store { try Store.open(at: file) }

    /// Every file of the store's folder with its bytes, by name.
    func contents(of folder: URL? = nil) throws -> [String: Data] {
        let folder = folder ?? file.deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
    }
}

extension Date {
    /// "2026-03-29T12:00:00Z", with or without milliseconds.
    init(_ text: String) throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        try self.init(text, strategy: style)
    }

    /// A Tuesday in Jakarta, two hours before midnight in London.
    static let sample = Date(milliseconds: 1_773_180_000_123)

    func after(milliseconds: Int64) -> Date { Date(milliseconds: self.milliseconds + milliseconds) }
}

extension TimeZone {
    static func named(_ identifier: String) throws -> TimeZone { try #require(TimeZone(identifier: identifier)) }
}

extension Member {
    static func sample(_ email: String = "ana@north.example", company: String = "north", role: Role = .member) throws -> Member
    {
        Member(email: email, company: try #require(Slug(company)), role: role)
    }
}

extension InvitationMessage {
    static func sample(
        _ text: String = "Join us.", purpose: Purpose = .partnership,
        contacts: [ContactChannel: String] = [.email: "hello@north.example", .whatsapp: "+62 811 0000 1111"]
    ) -> InvitationMessage {
        InvitationMessage(purpose: purpose, text: text, contacts: ContactDetails(contacts))
    }
}

extension Recipient {
    static func sample(_ username: String = "mira", nickname: String = "Mira", market: Market = .id) throws -> Recipient {
        Recipient(username: try #require(Username(username)), nickname: nickname, market: market)
    }

    /// `count` creators, whose names begin with `prefix`.
    static func many(_ count: Int, prefix: String = "creator") throws -> [Recipient] {
        try (0..<count).map { try sample("\(prefix)\($0)", nickname: "\(prefix) \($0)") }
    }
}

extension Store {
    /// Sends with what a test does not care about filled in.
    @discardableResult
    func invite(
        _ recipients: [Recipient], by member: Member? = nil, purpose: Purpose = .partnership, at now: Date = .sample,
        limits: InvitationLimits = .standard, timeZone: TimeZone = .gmt
    ) async throws -> Receipt {
        let member = try member ?? .sample()
        return try await send(
            .sample(purpose: purpose), to: recipients, by: member, limits: limits, timeZone: timeZone, now: { now })
    }

    /// All invitations of a company, by walking the list in parts.
    func everyInvitation(of company: String = "north", partLength: Int = 40) async throws -> [Invitation] {
        let query = InvitationQuery(company: try #require(Slug(company)))
        var found: [Invitation] = []
        var cursor: String?
        repeat {
            let slice = try #require(try await invitations(matching: query, after: cursor, limit: partLength))
            found += slice.invitations
            cursor = slice.next
        } while cursor != nil
        return found
    }
}

extension Receipt {
    var sent: [Invitation] { outcomes.compactMap(\.invitation) }
    var refusals: [Refusal] { outcomes.compactMap(\.refusal) }
}

/// Collects what concurrent tasks saw.
final class Tally<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func add(_ new: [Element]) { elements.withLock { $0 += new } }
    var all: [Element] { elements.withLock { $0 } }
}
