/// One thing that programs can ask of the server, as its description tells it (OpenAPI 3.1, Operation Object).
struct APIOperation: Sendable {
    enum Method: String, Sendable {
        case get, post
    }

    /// Who may ask.
    enum Access: Sendable {
        case everyone
        case member
        /// Whoever has the address: it holds a secret.
        case holder
    }

    /// A parameter of an address, or a field of a body.
    struct Field: Sendable {
        let name: String
        let schema: JSONValue
        let meaning: String
        var isRequired = false

        static func text(_ name: String, _ meaning: String, isRequired: Bool = false, longest: Int? = nil) -> Field {
            let schema = JSONValue.members(["type": "string", "maxLength": longest.map { .integer($0) }])
            return Field(name: name, schema: schema, meaning: meaning, isRequired: isRequired)
        }

        static func choice(_ name: String, _ values: [String], _ meaning: String, isRequired: Bool = false) -> Field {
            let values = JSONValue.array(values.map { .string($0) })
            return Field(
                name: name, schema: .members(["type": "string", "enum": values]), meaning: meaning, isRequired: isRequired)
        }

        static func flag(_ name: String, _ meaning: String) -> Field {
            choice(name, ["true", "false"], meaning)
        }

        static func number(_ name: String, _ meaning: String) -> Field {
            Field(name: name, schema: .members(["type": "number"]), meaning: meaning)
        }

        static func texts(_ name: String, _ meaning: String, isRequired: Bool = false) -> Field {
            Field(
                name: name,
                schema: .members(["type": "array", "items": .members(["type": "string"])]), meaning: meaning,
                isRequired: isRequired)
        }
    }

    /// What it answers when all is well.
    enum Answer: Sendable {
        /// The name of a schema; people get a page instead, where it has one.
        case json(String, hasPage: Bool)
        case page
        case csv
        /// Leads on to another page (303).
        case elsewhere
    }

    let method: Method
    /// With parameters in braces: "/queue/{id}/cancel".
    let path: String
    /// A name for programs, in camel case; each once.
    let id: String
    let summary: String
    var access = Access.member
    var query: [Field] = []
    var body: [Field] = []
    let answer: Answer
}
