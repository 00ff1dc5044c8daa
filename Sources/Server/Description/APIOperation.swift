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

        /// - Parameter pattern: a regular expression (ECMA-262) that the whole text matches.
        static func text(
            _ name: String, _ meaning: String, isRequired: Bool = false, longest: Int? = nil, pattern: String? = nil
        ) -> Field {
            let schema = JSONValue.members([
                "type": isRequired ? "string" : .array(["string", "null"]), "minLength": isRequired ? 1 : nil,
                "maxLength": longest.map { .integer($0) },
                "pattern": .string(pattern),
            ])
            return Field(name: name, schema: schema, meaning: meaning, isRequired: isRequired)
        }

        /// One of some values; an empty one is as if absent, where it may be.
        static func choice(_ name: String, _ values: [String], _ meaning: String, isRequired: Bool = false) -> Field {
            let texts = values.map { JSONValue.string($0) }
            let schema: JSONValue =
                isRequired
                ? .members(["type": "string", "enum": .array(texts)])
                : .members(["type": .array(["string", "null"]), "enum": .array(texts + ["", .null])])
            return Field(name: name, schema: schema, meaning: meaning, isRequired: isRequired)
        }

        /// Yes or no, as a text or, in JSON, as a Boolean.
        static func flag(_ name: String, _ meaning: String) -> Field {
            let schema = JSONValue.members([
                "type": .array(["string", "boolean", "null"]), "enum": .array(["true", "false", "", true, false, .null]),
            ])
            return Field(name: name, schema: schema, meaning: meaning)
        }

        static func number(_ name: String, _ meaning: String) -> Field {
            Field(name: name, schema: .members(["type": "number"]), meaning: meaning)
        }

        /// Several texts; one may stand without a list.
        static func texts(_ name: String, _ meaning: String, isRequired: Bool = false) -> Field {
            let list = JSONValue.members([
                "type": "array", "items": .members(["type": "string"]), "minItems": isRequired ? 1 : nil,
            ])
            let one = JSONValue.members(["type": isRequired ? "string" : .array(["string", "null"])])
            return Field(
                name: name, schema: .members(["anyOf": .array([list, one])]), meaning: meaning, isRequired: isRequired)
        }
    }

    /// What it answers when all is well.
    enum Answer: Sendable {
        /// The name of a schema; people get a page instead, where it has one.
        case json(String, hasPage: Bool)
        case page
        case csv
        /// Server-sent events, without end.
        case events
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
