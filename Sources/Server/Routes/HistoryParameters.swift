import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// The query of a history, checked; an unknown parameter or value is refused, never ignored.
struct HistoryParameters {
    /// As it was written, for the form.
    let filter: InvitationsPage.Filter
    let cursor: String?
    private let from: Date?
    /// Excluded.
    private let until: Date?
    private let purpose: Purpose?
    private let market: Market?
    private let state: Invitation.State?

    private static let names = ["q", "from", "to", "purpose", "market", "state", "member", "template", "after"]

    /// - Throws: `Problem` 422 with each bad parameter's name.
    init(_ request: Request, site: Site) throws(Problem) {
        let form = SubmittedForm(try SubmittedForm.decoded(query: request.uri.query ?? ""))
        try form.allowOnly(Self.names)
        try form.refuseControlCharacters()
        var filter = InvitationsPage.Filter()
        filter.q = form.text("q") ?? ""
        filter.from = form.text("from") ?? ""
        filter.to = form.text("to") ?? ""
        filter.purpose = form.text("purpose") ?? ""
        filter.market = form.text("market") ?? ""
        filter.state = form.text("state") ?? ""
        filter.member = form.text("member") ?? ""
        filter.template = form.text("template") ?? ""
        self.filter = filter
        cursor = form.text("after")
        from = try Self.value(of: "from", filter.from) { Self.bounds(of: $0, in: site.timeZone)?.start }
        until = try Self.value(of: "to", filter.to) { Self.bounds(of: $0, in: site.timeZone)?.end }
        purpose = try Self.value(of: "purpose", filter.purpose) { Purpose(rawValue: $0) }
        market = try Self.value(of: "market", filter.market) { Market(code: $0) }
        state = try Self.value(of: "state", filter.state) { Invitation.State(rawValue: $0) }
    }

    func query(for company: Slug) -> InvitationQuery {
        InvitationQuery(
            company: company, text: filter.q.isEmpty ? nil : filter.q, from: from, until: until, purpose: purpose,
            market: market, state: state, member: filter.member.isEmpty ? nil : filter.member,
            template: filter.template.isEmpty ? nil : filter.template
        )
    }

    /// The query string of the page that begins behind `cursor`; without one that of the whole list.
    func queryString(after cursor: String? = nil) -> String {
        let written = [
            ("q", filter.q), ("from", filter.from), ("to", filter.to), ("purpose", filter.purpose),
            ("market", filter.market), ("state", filter.state), ("member", filter.member), ("template", filter.template),
            ("after", cursor ?? ""),
        ]
        return written.filter { !$0.1.isEmpty }.map { $0.0 + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
    }

    private static func value<Value>(of name: String, _ text: String, read: (String) -> Value?) throws(Problem) -> Value? {
        guard !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw .unprocessable(Saying(.detailNoValue, ["value": text, "name": name]))
        }
        return value
    }

    /// A day of the site's time zone, as a whole, or an instant, which counts itself.
    private static func bounds(of text: String, in timeZone: TimeZone) -> DateInterval? {
        if let instant = Date(rfc3339: text) { return DateInterval(start: instant, duration: 0.001) }
        guard let day = CalendarDate(text) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let noon = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
        return calendar.date(from: noon).map { InvitationDay.containing($0, in: timeZone) }
    }
}
