import Marketplace

/// The shapes of answers to programs (JSON Schema 2020-12), by name. Members may be added later; none is taken away.
enum APISchema {
    static let all: [(key: String, value: JSONValue)] = [
        (
            "Problem",
            object(
                [("type", text), ("title", text), ("status", integer), ("detail", text)],
                [
                    ("rule", text), ("until", instant),
                    ("errors", array(object([("detail", text)], [("field", text), ("rule", text)]))),
                ])
        ),
        ("Status", object([("status", text)])),
        ("Description", object([("openapi", text)])),
        ("Creator", object([("username", text), ("nickname", text), ("market", market)])),
        (
            "Creators",
            object(
                [("total", integer), ("facets", object([])), ("creators", array(reference("Creator")))],
                [
                    ("next", text)
                ])
        ),
        (
            "Contact",
            object([
                ("creator", text), ("nickname", text),
                (
                    "channels",
                    array(
                        object(
                            [("channel", choice(ContactChannel.allCases.map(\.rawValue))), ("address", text)], [("link", text)])
                    )
                ),
            ])
        ),
        ("Settings", object([("sessions", array(object([]))), ("tokens", array(object([])))])),
        ("Done", object([("done", text)])), ("NewToken", object([("token", text)])),
        ("MemberLink", object([("email", text), ("link", text), ("expires", instant)])),
        ("Company", object([("company", text), ("name", text)])),
        ("Unread", object([("unread", integer)])), ("Inbox", object([])), ("HeldData", object([])),
        ("Quota", object([("limit", integer), ("used", integer), ("resets", instant)])),
        (
            "InviteResults",
            object([
                (
                    "results",
                    array(
                        object(
                            [("creator", text), ("outcome", choice(["sent", "queued", "refused"]))],
                            [("invitation", text), ("rule", rule), ("until", instant)]))
                ), ("quota", reference("Quota")),
            ])
        ),
        (
            "Preview",
            object([
                (
                    "creators",
                    array(
                        object(
                            [("creator", text), ("nickname", text), ("outcome", text)], [("until", instant)]))
                ), ("counts", object([])),
                ("quota", reference("Quota")),
            ])
        ),
        (
            "Invitation",
            object(
                [
                    ("id", text), ("creator", text), ("nickname", text), ("purpose", purpose), ("market", market),
                    ("state", state),
                    ("sent", instant), ("member", text),
                ], [("template", text), ("message", text), ("contacts", object([]))])
        ),
        ("Invitations", object([("invitations", array(reference("Invitation")))], [("next", text)])),
        (
            "ReplyRate",
            object(
                [
                    ("sent", integer), ("seen", integer), ("interested", integer), ("declined", integer), ("replies", integer),
                ], [("value", text)])
        ),
        ("Replies", object(["template", "market", "member", "purpose"].map { ($0, array(reference("ReplyRate"))) })),
        (
            "Queue",
            object([
                (
                    "queue",
                    array(
                        object(
                            [
                                ("id", text), ("creator", text), ("nickname", text), ("purpose", purpose), ("market", market),
                                ("message", text),
                                ("member", text), ("queued", instant), ("leaves", instant),
                            ], [("template", text), ("obstacle", rule)]))
                ), ("quota", reference("Quota")),
            ])
        ),
        ("MessagePreview", object([("html", text), ("words", integer), ("limit", integer), ("faults", array(text))])),
        (
            "Template",
            object(
                [("id", text), ("name", text), ("message", text), ("member", text), ("changed", instant)],
                [
                    ("market", market), ("language", text),
                ])
        ),
        ("Templates", object([("templates", array(reference("Template")))])),
        ("Picks", object([("count", integer), ("creators", array(text))])),
        (
            "Shortlist",
            object([
                ("id", text), ("name", text), ("member", text), ("created", instant), ("creators", array(text)),
            ])
        ),
        ("Shortlists", object([("shortlists", array(reference("Shortlist")))])),
        (
            "Timeline",
            object(
                [
                    ("creator", text), ("tags", array(text)),
                    (
                        "events",
                        array(
                            object(
                                [("kind", text), ("at", instant), ("member", text)]))
                    ),
                ], [("note", text)])
        ),
    ]

    static func reference(_ name: String) -> JSONValue { .members(["$ref": .string("#/components/schemas/\(name)")]) }

    private static let text = JSONValue.members(["type": "string"])
    private static let integer = JSONValue.members(["type": "integer"])
    /// RFC 3339.
    private static let instant = JSONValue.members(["type": "string", "format": "date-time"])
    private static let market = choice(Market.allCases.map(\.rawValue))
    private static let purpose = choice(Purpose.allCases.map(\.rawValue))
    private static let state = choice(Invitation.State.allCases.map(\.rawValue))
    private static let rule = choice(InvitationRule.allCases.map(\.rawValue))

    private static func choice(_ values: [String]) -> JSONValue {
        .members(["type": "string", "enum": .array(values.map { .string($0) })])
    }

    private static func array(_ items: JSONValue) -> JSONValue { .members(["type": "array", "items": items]) }

    private static func object(
        _ required: [(key: String, value: JSONValue)], _ optional: [(key: String, value: JSONValue)] = []
    ) -> JSONValue {
        .members([
            "type": "object", "required": .array(required.map { .string($0.key) }),
            "properties": .object(required + optional),
        ])
    }
}
