public import Foundation

/// An invitation that waits until the limits allow it (SPEC I6).
public struct QueuedInvitation: Hashable, Sendable {
    /// The key that the invitation will have when it is sent.
    public let id: InvitationID
    public let company: Slug
    /// The e-mail address of the member who queued it.
    public let member: String
    public let draft: InvitationDraft
    public let queued: Date
    /// Why it did not leave when the limits would have allowed it; it is tried again.
    public let obstacle: InvitationRule?

    public init(
        id: InvitationID, company: Slug, member: String, draft: InvitationDraft, queued: Date, obstacle: InvitationRule? = nil
    ) {
        self.id = id
        self.company = company
        self.member = member
        self.draft = draft
        self.queued = queued
        self.obstacle = obstacle
    }
}

/// When waiting invitations will leave, if nothing is sent besides.
public struct QueueForecast: Sendable {
    private let limits: InvitationLimits
    private let timeZone: TimeZone
    private var day: DateInterval
    private var left: Int
    private var taken: [DateInterval: Int] = [:]

    /// - Parameters:
    ///   - quota: the company's, at `now`.
    public init(limits: InvitationLimits, quota: InvitationQuota, timeZone: TimeZone, now: Date) {
        self.limits = limits
        self.timeZone = timeZone
        day = InvitationDay.containing(now, in: timeZone)
        left = quota.left
    }

    /// The instant from which the next one in line can leave.
    ///
    /// - Parameter cooldownEnd: when the limits allow its creator again; the past, where they do already.
    /// - Complexity: linear in the days that are full before it.
    public mutating func departure(cooldownEnd: Date, now: Date) -> Date {
        var instant = max(cooldownEnd, now)
        while true {
            let day = InvitationDay.containing(instant, in: timeZone)
            let room = day == self.day ? left : limits.dailyCount
            if taken[day, default: 0] < room {
                taken[day, default: 0] += 1
                return instant
            }
            instant = day.end
            // Without any day that has room there is no departure to find.
            guard limits.dailyCount > 0 else { return instant }
        }
    }
}
