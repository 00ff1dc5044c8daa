import Marketplace

/// What programs can ask of the server, in the words of OpenAPI 3.1.
enum APIDescription {
    /// - Parameter server: where the server is reached; nil for the address that was asked.
    static func json(title: String, version: String, server: String?) -> JSONValue {
        .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": .string(title), "version": .string(version),
                "description":
                    "Bodies are forms or JSON. Every POST takes an Idempotency-Key: repeated with it, nothing is done twice.",
            ]),
            "servers": .array([.members(["url": .string(server ?? "/")])]), "paths": .object(paths),
            "components": .members([
                "schemas": .object(APISchema.all),
                "securitySchemes": .members(["token": .members(["type": "http", "scheme": "bearer"])]),
            ]),
        ])
    }

    private static var paths: [(key: String, value: JSONValue)] {
        var order: [String] = []
        var operations: [String: [(key: String, value: JSONValue)]] = [:]
        for operation in APIOperation.all {
            if operations[operation.path] == nil { order.append(operation.path) }
            operations[operation.path, default: []].append((operation.method.rawValue, json(of: operation)))
        }
        return order.map { ($0, .object(operations[$0] ?? [])) }
    }

    private static func json(of operation: APIOperation) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("operationId", .string(operation.id)), ("summary", .string(operation.summary)),
        ]
        if case .member = operation.access {
            members.append(("security", .array([.members(["token": .array([])])])))
        }
        let parameters = pathParameters(of: operation) + operation.query.map { parameter($0, in: "query") }
        let key = APIOperation.Field.text("Idempotency-Key", "Makes a repeated request known.", longest: 200)
        members.append(
            ("parameters", .array(parameters + (operation.method == .post ? [parameter(key, in: "header")] : []))))
        if operation.method == .post { members.append(("requestBody", requestBody(operation.body))) }
        members.append(("responses", .object(responses(of: operation))))
        return .object(members)
    }

    private static func pathParameters(of operation: APIOperation) -> [JSONValue] {
        operation.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            parameter(.text(String(part.dropFirst().dropLast()), "In the address.", isRequired: true), in: "path")
        }
    }

    private static func parameter(_ field: APIOperation.Field, in place: String) -> JSONValue {
        .members([
            "name": .string(field.name), "in": .string(place), "required": .boolean(field.isRequired),
            "description": .string(field.meaning), "schema": field.schema,
        ])
    }

    private static func requestBody(_ fields: [APIOperation.Field]) -> JSONValue {
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        let schema = JSONValue.members([
            "type": "object", "additionalProperties": false, "required": .array(required),
            "properties": .object(
                fields.map { field in
                    guard case .object(let members) = field.schema else { return (field.name, field.schema) }
                    return (field.name, .object(members + [("description", .string(field.meaning))]))
                }),
        ])
        let content = JSONValue.members(["schema": schema])
        return .members([
            "required": .boolean(!required.isEmpty),
            "content": .members(["application/json": content, "application/x-www-form-urlencoded": content]),
        ])
    }

    private static func responses(of operation: APIOperation) -> [(key: String, value: JSONValue)] {
        let page: (key: String, value: JSONValue) = ("text/html", .members(["schema": .members(["type": "string"])]))
        let problem = JSONValue.members(["schema": APISchema.reference("Problem")])
        var all: [(key: String, value: JSONValue)] = []
        switch operation.answer {
        case .json(let name, let hasPage):
            let json = JSONValue.members(["schema": APISchema.reference(name)])
            let done = response("Done.", [("application/json", json)] + (hasPage ? [page] : []))
            all.append(("200", done))
            if operation.method == .post { all.append(("201", done)) }
        case .page: all.append(("200", response("The page.", [page])))
        case .csv:
            all.append(
                ("200", response("The rows.", [("text/csv", .members(["schema": .members(["type": "string"])]))])))
        case .events:
            let stream = JSONValue.members(["schema": .members(["type": "string"])])
            all.append(("200", response("The events.", [("text/event-stream", stream)])))
        case .elsewhere: break
        }
        if operation.method == .post || operation.answer.leadsOn {
            all.append(("303", response("Done; people go on to the page that is named.", [])))
        }
        all.append(("default", response("What went wrong (RFC 9457).", [("application/problem+json", problem), page])))
        return all
    }

    private static func response(_ meaning: String, _ content: [(key: String, value: JSONValue)]) -> JSONValue {
        .members(["description": .string(meaning), "content": content.isEmpty ? nil : .object(content)])
    }
}

extension APIOperation.Answer {
    /// Whether a GET may lead to another page.
    fileprivate var leadsOn: Bool {
        switch self {
        case .page, .elsewhere: true
        case .json, .csv, .events: false
        }
    }
}
