public import Marketplace

/// An answer as the JSON that programs get, from the server and from the command line.
public struct QueryResult: Sendable {
    private let query: CreatorQuery
    private let answer: QueryAnswer
    private let records: [[UInt8]]
    private let site: Site
    private let valueNames: [Facet: [String]]
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
        self.valueNames = valueNames
    }

    /// One object: `total`, `facets` by the parameter's name, `creators`, and `next` where there is another page.
    ///
    /// Values of a facet that would give nobody are left out.
    public var json: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.reduce(Self.usualByteCount) { $0 + $1.count })
        bytes.append(contentsOf: "{\"total\":\(answer.total),\"facets\":{".utf8)
        var isFirst = true
        for facet in Facet.allCases where facet == .category || valueNames[facet] != nil {
            bytes.append(contentsOf: (isFirst ? "\"" : ",\"").utf8)
            isFirst = false
            bytes.append(contentsOf: facet.rawValue.utf8)
            bytes.append(contentsOf: "\":[".utf8)
            appendCounts(of: facet, to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(contentsOf: "},\"creators\":[".utf8)
        for (place, record) in records.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: record)
        }
        bytes.append(UInt8(ascii: "]"))
        if let next {
            bytes.append(contentsOf: ",\"next\":".utf8)
            JSONText.append(quoted: next, to: &bytes)
        }
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    /// Room for everything but the records, so that the bytes need not be copied as they grow.
    private static let usualByteCount = 8 * 1024

    private func appendCounts(of facet: Facet, to bytes: inout [UInt8]) {
        let categories = site.categories(in: query.market)
        let names = valueNames[facet, default: []]
        var isFirst = true
        for (place, count) in answer.counts[facet, default: []].enumerated() where count.count > 0 {
            let name =
                facet == .category ? categories.name(of: count.value, near: place) : place < names.count ? names[place] : nil
            bytes.append(contentsOf: (isFirst ? "{\"value\":" : ",{\"value\":").utf8)
            isFirst = false
            JSONText.append(quoted: count.value, to: &bytes)
            bytes.append(contentsOf: ",\"name\":".utf8)
            JSONText.append(quoted: name ?? count.value, to: &bytes)
            bytes.append(contentsOf: ",\"count\":".utf8)
            bytes.append(contentsOf: String(count.count).utf8)
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The address of the next page, relative to the one of this.
    private var next: String? {
        guard query.positions.upperBound < answer.total else { return nil }
        var next = query
        next.page += 1
        return address + next.address(standardPageSize: site.pageSize)
    }
}

extension CategoryList {
    /// What a category is called. The table has them in the order of its build, mostly the same as now.
    fileprivate func name(of slug: String, near place: Int) -> String? {
        if place < all.count, all[place].slug.text == slug { return all[place].name }
        return all.first { $0.slug.text == slug }?.name
    }
}
