public import Marketplace

/// An answer as the JSON that programs get, from the server and from the command line.
public struct QueryResult: Sendable {
    private let query: CreatorQuery
    private let answer: QueryAnswer
    private let records: [[UInt8]]
    private let site: Site
    private let valueNames: [Facet: [String: String]]
    private let address: String

    /// - Parameters:
    ///   - records: the public fields of the creators of the page, each one JSON object, in order.
    ///   - valueNames: what the values of facets are called; the categories' names are the site's.
    ///   - address: what stands before the parameters of `next`; nil for "creators.json" with the market.
    public init(
        query: CreatorQuery, answer: QueryAnswer, records: [[UInt8]], site: Site, valueNames: [Facet: [String]],
        address: String? = nil
    ) {
        self.address = address ?? "creators.json?market=\(query.market.rawValue)&"
        self.query = query
        self.answer = answer
        self.records = records
        self.site = site
        var names = valueNames.reduce(into: [Facet: [String: String]]()) { names, entry in
            names[entry.key] = Dictionary(uniqueKeysWithValues: zip(entry.key.values, entry.value))
        }
        let categories = site.categories(in: query.market).all
        names[.category] = Dictionary(uniqueKeysWithValues: categories.map { ($0.slug.text, $0.name) })
        self.valueNames = names
    }

    /// One object: `total`, `facets` by the parameter's name, `creators`, and `next` where there is another page.
    ///
    /// Values of a facet that would give nobody are left out.
    public var json: [UInt8] {
        var bytes = Array("{\"total\":\(answer.total),\"facets\":{".utf8)
        let facets = Facet.allCases.filter { valueNames[$0] != nil }
        bytes += Array(facets.map { "\"\($0.rawValue)\":" + counts(of: $0) }.joined(separator: ",").utf8)
        bytes += Array("},\"creators\":[".utf8)
        for (place, record) in records.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += record
        }
        bytes.append(UInt8(ascii: "]"))
        if let next { bytes += Array(",\"next\":\(JSONText.quoted(next))".utf8) }
        return bytes + Array("}\n".utf8)
    }

    private func counts(of facet: Facet) -> String {
        let counts = answer.counts[facet, default: []].filter { $0.count > 0 }
        let values = counts.map { count in
            let name = valueNames[facet]?[count.value] ?? count.value
            return "{\"value\":\(JSONText.quoted(count.value)),\"name\":\(JSONText.quoted(name)),\"count\":\(count.count)}"
        }
        return "[" + values.joined(separator: ",") + "]"
    }

    /// The address of the next page, relative to the one of this.
    private var next: String? {
        guard query.positions.upperBound < answer.total else { return nil }
        var next = query
        next.page += 1
        return address + next.address(standardPageSize: site.pageSize)
    }
}
