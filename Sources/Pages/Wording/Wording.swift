public import Marketplace
import Templating

/// What the program says to visitors and members by itself, in the words of a site: `phrases/wording.txt`.
///
/// Every text is looked up, taken apart and named once, when a command starts; a key of `WordingKey` always has one. It is a
/// class, so that the many parts of a page hand it on for nothing.
public final class Wording: Sendable {
    /// The file, in `phrases/`.
    public static let fileName = "wording.txt"

    /// By the place of the key.
    private let texts: [WordingText]
    private let metrics: [MetricText]
    private let labels: [WorkingLabel: LabelText]
    private let facets: [Facet: FacetText]
    private let sorts: [CreatorSort: String]
    private let markets: [Market: String]
    private let companyRoles: [CompanyRole: String]
    private let memberRoles: [Member.Role: String]
    private let purposes: [Purpose: PurposeText]
    private let channels: [ContactChannel: String]
    private let states: [Invitation.State: String]
    private let declineReasons: [DeclineReason: String]
    private let variables: [MessageVariable: String]
    let months: [String]
    let shortMonths: [String]

    /// - Parameters:
    ///   - standard: the program's own file.
    ///   - site: the site's lines, which stand in place of the program's one by one.
    /// - Throws: `PhraseFault` for the first line that is none, that nothing asks for or that has other places than the
    ///   program's, and for a text that the program's file lacks.
    public init(standard: String, site: String = "") throws(PhraseFault) {
        var file = try WordingFile(name: Self.fileName, standard: standard, site: site)
        texts = try WordingKey.allCases.map { key throws(PhraseFault) in try file.text(key.name) }
        metrics = try Metric.allCases.map { metric throws(PhraseFault) in try MetricText(metric, in: &file) }
        labels = try Self.byValue { label throws(PhraseFault) in try LabelText(label, in: &file) }
        facets = try Self.byValue { facet throws(PhraseFault) in try FacetText(facet, in: &file) }
        sorts = try Self.byValue { sort throws(PhraseFault) in try file.plain("sort_\(sort.rawValue)") }
        markets = try Self.byValue { market throws(PhraseFault) in try file.plain("market_\(market.rawValue.lowercased())") }
        companyRoles = try Self.byValue { role throws(PhraseFault) in try file.plain("company_role_\(role.rawValue)") }
        memberRoles = try Self.byValue { role throws(PhraseFault) in try file.plain("member_role_\(role.rawValue)") }
        purposes = try Self.byValue { purpose throws(PhraseFault) in try PurposeText(purpose, in: &file) }
        channels = try Self.byValue { channel throws(PhraseFault) in try file.plain("channel_\(channel.rawValue)") }
        states = try Self.byValue { state throws(PhraseFault) in try file.plain("state_\(state.rawValue)") }
        declineReasons = try Self.byValue { reason throws(PhraseFault) in try file.plain("decline_\(reason.rawValue)") }
        variables = try Self.byValue { name throws(PhraseFault) in try file.plain("variable_\(name.rawValue)") }
        months = try file.list("months", count: 12)
        shortMonths = try file.list("months_short", count: 12)
        try file.assertAllUsed()
    }

    /// A text for each value of a type.
    private static func byValue<Value: Hashable & CaseIterable, Text>(
        _ text: (Value) throws(PhraseFault) -> Text
    ) throws(PhraseFault) -> [Value: Text] {
        var texts: [Value: Text] = [:]
        for value in Value.allCases { texts[value] = try text(value) }
        return texts
    }

    /// A text with its places filled in.
    public func callAsFunction(_ key: WordingKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        text(of: key).filled(values)
    }

    func text(of key: WordingKey) -> WordingText { texts[key.rawValue] }

    /// A text with its places as they stand in the file, for a script that fills them in.
    func pattern(_ key: WordingKey) -> String { texts[key.rawValue].source }

    // MARK: Names

    subscript(metric: Metric) -> MetricText { metrics[metric.ordinal] }
    subscript(label: WorkingLabel) -> LabelText { Self.known(labels[label]) }
    subscript(facet: Facet) -> FacetText { Self.known(facets[facet]) }
    subscript(sort: CreatorSort) -> String { Self.known(sorts[sort]) }
    subscript(market: Market) -> String { Self.known(markets[market]) }
    subscript(role: CompanyRole) -> String { Self.known(companyRoles[role]) }
    subscript(role: Member.Role) -> String { Self.known(memberRoles[role]) }
    subscript(purpose: Purpose) -> PurposeText { Self.known(purposes[purpose]) }
    subscript(channel: ContactChannel) -> String { Self.known(channels[channel]) }
    subscript(state: Invitation.State) -> String { Self.known(states[state]) }
    subscript(reason: DeclineReason) -> String { Self.known(declineReasons[reason]) }
    subscript(variable: MessageVariable) -> String { Self.known(variables[variable]) }

    private static func known<Text>(_ text: Text?) -> Text {
        guard let text else { preconditionFailure("every value was given its text at the beginning") }
        return text
    }

    /// What the values of every facet that a site offers are called.
    ///
    /// - Parameter offersManaged: whether the filter by agency is offered (SPEC C3).
    public func valueNames(offersManaged: Bool) -> [Facet: [String]] {
        facets.filter { $0.key != .managed || offersManaged }.mapValues(\.values)
    }
}

extension Wording {
    /// How many of something: the one text for one, the other for any other number.
    func count(_ count: Int, _ one: WordingKey, _ many: WordingKey) -> String {
        count == 1 ? self(one) : self(many, ["count": NumberText.exact(count)])
    }

    /// "24 creators".
    func creators(_ count: Int) -> String { self.count(count, .creatorsOne, .creatorsMany) }

    /// "MCN and Affiliate partner".
    func roles(of company: Company) -> String {
        guard company.roles.count == 2 else { return company.roles.map { self[$0] }.joined(separator: ", ") }
        return self(.companyRolesBoth, ["first": self[company.roles[0]], "second": self[company.roles[1]]])
    }

    /// What happened to an invitation.
    ///
    /// - Parameter kind: the state that it came to, or "mailed".
    public func event(_ kind: String) -> String { Invitation.State(rawValue: kind).map { self[$0] } ?? self(.eventMailed) }

    /// A reason to decline as a member reads it: the ready answers in these words, the creator's own as they are.
    public func declineReason(_ reason: String) -> String {
        let parts = reason.split(separator: ": ", maxSplits: 1).map(String.init)
        guard let ready = parts.first.flatMap({ DeclineReason(rawValue: $0) }) else { return reason }
        return ([self[ready]] + parts.dropFirst()).joined(separator: ": ")
    }
}
