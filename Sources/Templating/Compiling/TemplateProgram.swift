/// Every template of a library as one list of instructions.
struct TemplateProgram: Sendable {
    var instructions: [TemplateInstruction] = []
    /// What the templates say themselves, one after the other.
    var literals: [UInt8] = []
    var places: [TemplatePlace] = []
    /// Where each partial that was called begins.
    var routines: [Int] = []
    /// Where each template begins, by name.
    var entries: [String: Int] = [:]
}

/// One step of rendering.
enum TemplateInstruction: Sendable {
    /// Bytes of the program's literals.
    case literal(start: Int, count: Int)
    /// The value at a place, escaped.
    case text(place: Int)
    /// The value at a place as it is.
    case markup(place: Int)
    /// What follows, up to `end`, once for each value at a place.
    case section(place: Int, end: Int)
    /// What follows, up to `end`, where there is nothing at a place.
    case inverted(place: Int, end: Int)
    case call(routine: Int)
    case end
}

/// Where a value stands.
struct TemplatePlace: Sendable {
    /// How many sections further out its record is; nil where it is looked for while rendering, innermost first.
    var depth: Int?
    /// Empty for `.`.
    let name: String
    /// Where in the record the name is expected.
    let index: Int
    /// What stands behind its dots.
    var rest: [Step] = []

    struct Step: Sendable {
        let name: String
        /// Where in the record the name is expected.
        let index: Int
    }
}
