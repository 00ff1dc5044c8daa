import GRDB
public import Marketplace

extension Store {
    /// What happened to a company's invitations after an event, oldest first; at most a hundred.
    public func events(of company: Slug, after number: Int64) async throws -> [InvitationEvent] {
        try await read("list new answers in") { db in
            let all: SQL = """
                SELECT event.number, event.invitation, event.kind, event.instant, event.reason FROM invitation_event AS event
                JOIN invitation ON invitation.id = event.invitation
                WHERE event.number > \(number) AND invitation.company = \(company.text) ORDER BY event.number LIMIT 100
                """
            return try SQLRequest<EventRow>(literal: all).fetchAll(db).map { try $0.event() }
        }
    }

    /// The number of the last event of any company; 0 where nothing happened yet.
    public func lastEvent() async throws -> Int64 {
        try await read("count the events of") { try Int64.fetchOne($0, sql: "SELECT MAX(number) FROM invitation_event") ?? 0 }
    }

    /// How many answers of creators a member has not read.
    public func unreadAnswers(of member: Member) async throws -> Int {
        try await read("count new answers in") { db in
            let count: SQLRequest<Int> = """
                SELECT COUNT(*) FROM invitation_event AS event JOIN invitation ON invitation.id = event.invitation
                WHERE invitation.company = \(member.company.text) AND event.kind IN ('interested', 'declined')
                AND event.number > COALESCE((SELECT number FROM answer_read WHERE member = \(member.email)), 0)
                """
            return try count.fetchOne(db) ?? 0
        }
    }

    /// Notes that a member has read all answers up to now.
    public func markAnswersRead(by member: Member) async throws {
        try await write("note what was read in") { db in
            try db.execute(
                literal: """
                    INSERT INTO answer_read (member, number)
                    SELECT \(member.email), COALESCE(MAX(number), 0) FROM invitation_event WHERE 1 = 1
                    ON CONFLICT (member) DO UPDATE SET number = excluded.number
                    """)
        }
    }
}
