/// A parameter of a query that cannot be used: it is unknown, or its value is.
public struct QueryFault: Error, Hashable, Sendable {
    public let parameter: String
    public let reason: Reason

    /// What is wrong, and what would be right; `Pages` says it in words. In texts of others a mark stands for what a page or a
    /// terminal would obey.
    public enum Reason: Hashable, Sendable {
        case unknownParameter(String, known: [String])
        case repeated(Int)
        case marketMissing(known: [Market])
        case noMarket(String, known: [Market])
        /// The parameter names another market than the address.
        case otherMarket(address: Market, parameter: Market)
        case noCategory(String, of: Market, examples: [Slug])
        case noValue(String, known: [String])
        case noNumber(String)
        case noCount(String, range: ClosedRange<Int>)
        case controlCharacter
        case noLetters(String)
    }
}

/// Everything that is wrong with the parameters of a query, in their order.
public struct QueryFaults: Error, Hashable, Sendable {
    public let faults: [QueryFault]
}

extension CreatorQuery {
    /// Reads parameters. An empty value counts as absent, since forms send those.
    ///
    /// - Parameters:
    ///   - parameters: names and values, decoded, in their order.
    ///   - market: that of the address; a `market` parameter must then agree with it. Nil where only the parameter tells.
    ///   - offersManaged: whether the site has an affiliate partner, whose filter `managed` is (SPEC C3).
    /// - Throws: `QueryFaults` with every unknown parameter and value; nothing is ignored.
    public init(
        parameters: [(name: String, value: String)], market: Market?, site: Site, offersManaged: Bool
    ) throws(QueryFaults) {
        var reader = ParameterReader(parameters, site: site, offersManaged: offersManaged)
        let query = reader.query(in: market)
        guard let query, reader.faults.isEmpty else { throw QueryFaults(faults: reader.faults) }
        self = query
    }

    /// The parameters that ask for this, in a fixed order and without what is the default; the market's apart.
    ///
    /// - Parameter standardPageSize: the site's.
    public func parameters(standardPageSize: Int) -> [(name: String, value: String)] {
        var result = categories.map { (name: Facet.category.rawValue, value: $0.text) }
        for facet in Facet.choices {
            result += choices[facet, default: []].map { (facet.rawValue, facet.values[$0]) }
        }
        for figure in RangeFigure.allCases {
            if let minimum = bounds[figure]?.minimum { result.append((figure.minimumName, minimum.description)) }
            if let name = figure.maximumName, let maximum = bounds[figure]?.maximum {
                result.append((name, maximum.description))
            }
        }
        if includesUnknown { result.append(("unknown", UnknownRule.include.rawValue)) }
        if let text { result.append(("q", text)) }
        if sort != .standard { result.append(("sort", sort.rawValue)) }
        if page != 1 { result.append(("page", String(page))) }
        if pageSize != standardPageSize { result.append(("per_page", String(pageSize))) }
        return result
    }

    /// `parameters` as the query of an address; empty where there is nothing to ask for.
    public func address(standardPageSize: Int) -> String {
        let pairs = parameters(standardPageSize: standardPageSize)
        return pairs.map { $0.name + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }
}

/// What becomes of creators whose figure is unknown where a bound is set.
enum UnknownRule: String, CaseIterable {
    case include, exclude
}

/// Goes through the parameters of a query once and notes every fault.
private struct ParameterReader {
    private let parameters: [(name: String, value: String)]
    private let site: Site
    private let offersManaged: Bool
    private(set) var faults: [QueryFault] = []

    init(_ parameters: [(name: String, value: String)], site: Site, offersManaged: Bool) {
        self.parameters = parameters.filter { !$0.value.isEmpty }
        self.site = site
        self.offersManaged = offersManaged
    }

    mutating func query(in addressed: Market?) -> CreatorQuery? {
        refuseUnknownNames()
        let market = market(addressed)
        // Without a market the rest is looked at all the same, so that every fault is told.
        var query = CreatorQuery(market: market ?? .gb, pageSize: site.pageSize)
        if let market { query.categories = categories(in: market) }
        for facet in Facet.choices {
            let positions = values(facet.rawValue, of: facet.values, repeats: facet.isRepeatable)
            if !positions.isEmpty { query.choices[facet] = positions }
        }
        for figure in RangeFigure.allCases {
            let bounds = FigureBounds(minimum: number(figure.minimumName), maximum: figure.maximumName.flatMap { number($0) })
            if bounds != FigureBounds() { query.bounds[figure] = bounds }
        }
        let unknown = values("unknown", of: UnknownRule.allCases.map(\.rawValue), repeats: false)
        query.includesUnknown = unknown == [0]
        query.text = text()
        let sorts = values("sort", of: CreatorSort.allCases.map(\.rawValue), repeats: false)
        if let sort = sorts.first { query.sort = CreatorSort.allCases[sort] }
        if let page = count("page", in: 1...Int(Int32.max)) { query.page = page }
        if let size = count("per_page", in: CreatorQuery.pageSizes) { query.pageSize = size }
        return market == nil ? nil : query
    }

    private mutating func fault(_ parameter: String, _ reason: QueryFault.Reason) {
        faults.append(QueryFault(parameter: parameter, reason: reason))
    }

    /// A text without what a page or a terminal would obey.
    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{fffd}" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private var knownNames: [String] {
        let facets = Facet.allCases.filter { $0 != .managed || offersManaged }.map(\.rawValue)
        let bounds = RangeFigure.allCases.flatMap { [$0.minimumName, $0.maximumName].compactMap { $0 } }
        return ["market"] + facets + bounds + ["unknown", "q", "sort", "page", "per_page"]
    }

    private mutating func refuseUnknownNames() {
        let known = Set(knownNames)
        var told: Set<String> = []
        for parameter in parameters where !known.contains(parameter.name) && told.insert(parameter.name).inserted {
            fault(parameter.name, .unknownParameter(Self.shown(parameter.name), known: knownNames))
        }
    }

    /// The only value of a parameter; a second one is a fault.
    private mutating func single(_ name: String) -> String? {
        let values = parameters.filter { $0.name == name }.map(\.value)
        if values.count > 1 { fault(name, .repeated(values.count)) }
        return values.first
    }

    private mutating func market(_ addressed: Market?) -> Market? {
        guard let text = single("market") else {
            if let market = addressed ?? (site.markets.count == 1 ? site.markets.first : nil) { return market }
            fault("market", .marketMissing(known: site.markets))
            return nil
        }
        guard let market = Market(code: text), site.markets.contains(market) else {
            fault("market", .noMarket(Self.shown(text), known: site.markets))
            return nil
        }
        if let addressed, addressed != market {
            fault("market", .otherMarket(address: addressed, parameter: market))
        }
        return market
    }

    private mutating func categories(in market: Market) -> [Slug] {
        let list = site.categories(in: market)
        var slugs: Set<Slug> = []
        for parameter in parameters where parameter.name == Facet.category.rawValue {
            guard let category = list.category(meant: parameter.value) else {
                let examples = list.all.prefix(3).map(\.slug)
                fault(parameter.name, .noCategory(Self.shown(parameter.value), of: market, examples: examples))
                continue
            }
            slugs.insert(category.slug)
        }
        return slugs.sorted()
    }

    /// Positions of the values given, ascending, each once.
    private mutating func values(_ name: String, of known: [String], repeats: Bool) -> [Int] {
        let given = repeats ? parameters.filter { $0.name == name }.map(\.value) : [single(name)].compactMap { $0 }
        var positions: Set<Int> = []
        for value in given {
            guard let position = known.firstIndex(of: value) else {
                fault(name, .noValue(Self.shown(value), known: known))
                continue
            }
            positions.insert(position)
        }
        return positions.sorted()
    }

    private mutating func number(_ name: String) -> FixedDecimal? {
        guard let text = single(name) else { return nil }
        guard let number = FixedDecimal(text) else {
            fault(name, .noNumber(Self.shown(text)))
            return nil
        }
        return number
    }

    private mutating func count(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = single(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else {
            fault(name, .noCount(Self.shown(text), range: range))
            return nil
        }
        return number
    }

    /// The words of a name; nil where nothing is left of them.
    private mutating func text() -> String? {
        guard let text = single("q"), text.showsSomething else { return nil }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            fault("q", .controlCharacter)
            return nil
        }
        guard !FoldedName.words(of: text).isEmpty else {
            fault("q", .noLetters(Self.shown(text)))
            return nil
        }
        return text
    }
}
