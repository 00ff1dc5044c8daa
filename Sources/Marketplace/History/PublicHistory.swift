/// What everyone may see of how a creator's figures changed; closed figures carry no value here either.
public struct PublicHistory: Hashable, Sendable {
    /// Ascending by date, each date once.
    public let points: [Point]
    private let dates: [Metric: CalendarDate]

    /// The figures of one day.
    public struct Point: Hashable, Sendable {
        public let date: CalendarDate
        public let currency: Currency
        public let metrics: Metrics
    }

    /// A history without a past.
    public static let none = PublicHistory()

    private init() { (points, dates) = ([], [:]) }

    /// - Parameters:
    ///   - snapshots: of this creator, in any order; of two of one day the later in the list adds to the earlier.
    ///   - creator: whose record, with its own day, tells what no snapshot does.
    public init(_ snapshots: [Snapshot], of creator: Creator) {
        let dates = Self.dates(of: creator.metrics, in: snapshots)
        var byDate: [CalendarDate: Point] = [:]
        for snapshot in Self.record(of: creator, besides: dates) + snapshots {
            let open = snapshot.metrics.opened(isAuthorized: creator.isAuthorized)
            byDate[snapshot.date] = Self.merged(byDate[snapshot.date], with: open, of: snapshot)
        }
        points = byDate.values.sorted { $0.date < $1.date }
        self.dates = creator.isAuthorized ? dates : dates.filter { $0.key.staysOpen }
    }

    /// The last day on which a snapshot stated each figure as it is now.
    private static func dates(of metrics: Metrics, in snapshots: [Snapshot]) -> [Metric: CalendarDate] {
        var dates: [Metric: CalendarDate] = [:]
        for snapshot in snapshots {
            for metric in Metric.allCases where snapshot.metrics[metric] != .missing {
                guard snapshot.metrics[metric] == metrics[metric] else { continue }
                if dates[metric].map({ $0 < snapshot.date }) ?? true { dates[metric] = snapshot.date }
            }
        }
        return dates
    }

    /// What the record says of its own day: the figures that no snapshot puts on another one.
    private static func record(of creator: Creator, besides dates: [Metric: CalendarDate]) -> [Snapshot] {
        guard let updated = creator.updated else { return [] }
        var own = creator.metrics
        for metric in dates.keys { own[metric] = .missing }
        let isEmpty = Metric.allCases.allSatisfy { own[$0] == .missing }
        return isEmpty ? [] : [Snapshot(date: updated, currency: creator.currency, metrics: own)]
    }

    /// The last day on which a source stated the figure as it is now; nil where only the record's own day is known.
    public func date(of metric: Metric) -> CalendarDate? { dates[metric] }

    /// The first day of which an import stated a figure that everyone may see; nil where none did.
    ///
    /// The day of the record itself does not count: it moves on whenever the record is brought up to date.
    public static func firstDay(in snapshots: [Snapshot], of creator: Creator) -> CalendarDate? {
        snapshots.lazy.filter { snapshot in
            let open = snapshot.metrics.opened(isAuthorized: creator.isAuthorized)
            return Metric.allCases.contains { open[$0] != .missing && open[$0] != .closed }
        }.map(\.date).min()
    }

    private static func merged(_ point: Point?, with metrics: Metrics, of snapshot: Snapshot) -> Point {
        guard let point else { return Point(date: snapshot.date, currency: snapshot.currency, metrics: metrics) }
        var merged = point.metrics
        let keepsMoney = point.currency != snapshot.currency && metrics.hasMoney == false
        for metric in Metric.allCases where metrics[metric] != .missing { merged[metric] = metrics[metric] }
        if point.currency != snapshot.currency && !keepsMoney {
            // Amounts of two currencies do not stand in one point: those of the later source stay.
            for metric in Metric.allCases where metric.kind == .money { merged[metric] = metrics[metric] }
        }
        return Point(date: point.date, currency: keepsMoney ? point.currency : snapshot.currency, metrics: merged)
    }
}

extension Metrics {
    /// The figures that everyone may see.
    func opened(isAuthorized: Bool) -> Metrics {
        guard !isAuthorized else { return self }
        var open = self
        for metric in Metric.allCases where !metric.staysOpen { open[metric] = .closed }
        return open
    }

    var hasMoney: Bool { Metric.allCases.contains { $0.kind == .money && self[$0] != .missing } }
}
