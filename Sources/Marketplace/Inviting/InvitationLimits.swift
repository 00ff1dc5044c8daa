public import Foundation

/// How often a company may invite (SPEC I3). Both limits count over all its roles together.
public struct InvitationLimits: Hashable, Sendable {
    /// Creators that a company may invite in one calendar day of its time zone.
    public let dailyCount: Int
    /// Seconds that must pass before the same creator is invited again by the same company.
    public let cooldown: TimeInterval

    /// 100 creators a day; 168 hours.
    public static let standard = InvitationLimits(dailyCount: 100, cooldown: 168 * 60 * 60)

    public init(dailyCount: Int, cooldown: TimeInterval) {
        self.dailyCount = dailyCount
        self.cooldown = cooldown
    }

    /// Whether one more invitation is allowed now.
    ///
    /// - Parameters:
    ///   - sentToday: invitations of the company in `day`.
    ///   - lastSent: when the company last invited this creator, if ever.
    ///   - day: the day that `now` lies in, from `InvitationDay`.
    /// - Returns: the refusal, with the instant from which it no longer holds; nil where it is allowed. The cooldown
    ///   is told first, as waiting for tomorrow does not heal it.
    public func refusal(sentToday: Int, lastSent: Date?, now: Date, day: DateInterval) -> Refusal? {
        if let lastSent, lastSent.addingTimeInterval(cooldown) > now {
            return Refusal(rule: .creatorCooldown, until: lastSent.addingTimeInterval(cooldown))
        }
        if sentToday >= dailyCount { return Refusal(rule: .dailyLimit, until: day.end) }
        return nil
    }
}

/// The calendar days of the limits.
public enum InvitationDay {
    /// The calendar day in `timeZone` that holds `instant`: 23, 24 or 25 hours long, the end excluded.
    public static func containing(_ instant: Date, in timeZone: TimeZone) -> DateInterval {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        guard let day = calendar.dateInterval(of: .day, for: instant) else {
            preconditionFailure("every instant lies in a day of the Gregorian calendar")
        }
        return day
    }
}

/// What is left of a company's day.
public struct InvitationQuota: Hashable, Sendable {
    public let limit: Int
    public let used: Int
    /// When the next day begins.
    public let resets: Date

    public init(limit: Int, used: Int, resets: Date) {
        (self.limit, self.used, self.resets) = (limit, used, resets)
    }

    public var left: Int { max(0, limit - used) }
}
