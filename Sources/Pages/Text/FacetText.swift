import Marketplace

/// What a facet and its values are called.
struct FacetText: Sendable {
    /// The heading of its choices.
    let legend: String
    /// What each of `Facet.values` is called, in their order; empty for the category, whose names are the site's.
    let values: [String]

    init(_ facet: Facet, in file: inout WordingFile) throws(PhraseFault) {
        legend = try file.plain("facet_\(facet.rawValue)")
        values = try facet.values.map { value throws(PhraseFault) in
            try file.plain("facet_\(facet.rawValue)_\(value.replacing("-", with: "_"))")
        }
    }
}
