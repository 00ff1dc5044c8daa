import Marketplace
import Store

extension APIOperation {
    /// Everything that the server answers besides files, in the order of the description. A test holds it against the routes.
    static let all: [APIOperation] =
        catalogue + access + contactsAndInvitations + history + queueing + writing + keeping
        + answers + creators

    private static let uuidPattern = "^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?$"
    private static let namedCreators = Field.texts("creator", "Usernames; in a form the field is repeated.", isRequired: true)
    private static let channels = ContactChannel.allCases.map {
        Field.text($0.rawValue, "The company's \($0.name) for a creator who is interested.")
    }

    private static let catalogue: [APIOperation] = [
        APIOperation(
            method: .get, path: "/creators.json", id: "queryCreators", summary: "Creators of a market that match, with counts.",
            access: .everyone, query: queryFields, answer: .json("Creators", hasPage: false)),
        APIOperation(
            method: .get, path: "/creators.csv", id: "exportCreators", summary: "The same as CSV: all that match, or a page.",
            access: .everyone, query: queryFields, answer: .csv),
        APIOperation(
            method: .get, path: "/creators/{file}", id: "creator",
            summary: "A creator's public page (USERNAME.html) or its JSON twin (USERNAME.json).", access: .everyone,
            answer: .json("Creator", hasPage: true)),
        APIOperation(
            method: .get, path: "/health", id: "health", summary: "Whether the server and its store answer.", access: .everyone,
            answer: .json("Status", hasPage: false)),
        APIOperation(
            method: .get, path: "/openapi.json", id: "description", summary: "This description.", access: .everyone,
            answer: .json("Description", hasPage: false)),
    ]

    /// `docs/guides/queries.md` says what each means.
    private static let queryFields: [Field] =
        [.choice("market", Market.allCases.map(\.rawValue), "The market; required.", isRequired: true)]
        + Facet.allCases.map { .texts($0.rawValue, "A value of this facet; repeated means or.") }
        + RangeFigure.allCases.flatMap { figure in
            [figure.minimumName, figure.maximumName].compactMap { $0 }.map { .number($0, "A bound, its end included.") }
        } + [
            .choice("unknown", ["include", "exclude"], "Whether unknown figures satisfy bounds."),
            .text("q", "Words of username or nickname."),
            .choice("sort", CreatorSort.allCases.map(\.rawValue), "The order."),
            .number("page", "1 or more."), .number("per_page", "1 to 100."),
        ]

    private static let contactsAndInvitations: [APIOperation] = [
        APIOperation(
            method: .post, path: "/contact", id: "revealContact",
            summary: "A creator's channels, or why not; each reveal is logged.",
            body: [.text("creator", "A username.", isRequired: true)], answer: .json("Contact", hasPage: true)),
        APIOperation(
            method: .get, path: "/invite", id: "invitationForm", summary: "The form of an invitation, as a page.",
            query: [
                .texts("creator", "Usernames."), .flag("picks", "Takes the picked creators too."),
                .text("template", "The key of a template.", pattern: uuidPattern), .text("purpose", "Chosen already."),
            ], answer: .page),
        APIOperation(
            method: .post, path: "/invite", id: "invite",
            summary: "Invites creators, each where the limits allow it; with queue=true the rest waits.",
            body: invitationFields, answer: .json("InviteResults", hasPage: true)),
        APIOperation(
            method: .post, path: "/invite/preview", id: "previewInvitations",
            summary: "What would become of creators who were invited now. Sends nothing.", body: invitationFields,
            answer: .json("Preview", hasPage: true)),
    ]

    private static let invitationFields: [Field] =
        [
            namedCreators, .choice("purpose", Purpose.allCases.map(\.rawValue), "Required where the company has both roles."),
            .text("company", "The slug of the company whose information the form showed."),
            .text("message", "Markdown, at most 500 words; variables like {{nickname}}."),
            .text("template", "The key of a template, which stands in for an empty message.", pattern: uuidPattern),
            .flag("queue", "Whether what a limit forbids waits."),
        ] + channels

    private static let historyFields: [Field] = [
        .text("q", "A part of username or nickname."), .text("from", "A day or an instant, included."),
        .text("to", "A day or an instant, included."), .choice("purpose", Purpose.allCases.map(\.rawValue), "The purpose."),
        .choice("market", Market.allCases.map(\.rawValue), "The market."),
        .choice("state", Invitation.State.allCases.map(\.rawValue), "The state."),
        .text("member", "Who sent it."), .text("template", "The name of the template."),
    ]

    private static let history: [APIOperation] =
        ["/invitations", "/invitations.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/invitations" ? "history" : "invitations",
                summary: "The company's invitations, newest first, 50 at a time.",
                query: historyFields + [.text("after", "The `next` of the part before.")],
                answer: .json("Invitations", hasPage: path == "/invitations"))
        } + [
            APIOperation(
                method: .get, path: "/invitations.csv", id: "exportInvitations", summary: "All that match, as CSV.",
                query: historyFields, answer: .csv),
            APIOperation(
                method: .get, path: "/invitations/{id}", id: "invitation", summary: "An invitation, as the creator reads it.",
                answer: .json("Invitation", hasPage: true)),
            APIOperation(
                method: .post, path: "/invitations/{id}/resend", id: "resend",
                summary: "The same message to the same creator once more, under the same limits.",
                body: [.flag("queue", "Whether it waits where a limit forbids it.")],
                answer: .json("InviteResults", hasPage: true)),
        ]
        + ["/replies", "/replies.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/replies" ? "repliesPage" : "replies",
                summary: "How many invitations were answered, by template, market, member and purpose.", query: historyFields,
                answer: .json("Replies", hasPage: path == "/replies"))
        }

    private static let queueing: [APIOperation] =
        ["/queue", "/queue.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/queue" ? "queuePage" : "queue",
                summary: "What waits, in the order in which it leaves.",
                query: path == "/queue" ? [.text("done", "What was done, for the page to say.")] : [],
                answer: .json("Queue", hasPage: path == "/queue"))
        } + [
            APIOperation(
                method: .post, path: "/queue/{id}/move", id: "moveQueued", summary: "Moves one that waits.",
                body: [.choice("to", QueueMove.allCases.map(\.rawValue), "Where to.", isRequired: true)],
                answer: .json("Status", hasPage: true)),
            APIOperation(
                method: .post, path: "/queue/{id}/cancel", id: "cancelQueued", summary: "Takes one out of the queue.",
                answer: .json("Status", hasPage: true)),
        ]

    private static let templateFields: [Field] = [
        .text("name", "One line; no other template of the company has it.", isRequired: true, longest: 80),
        .choice("market", Market.allCases.map(\.rawValue), "Where it is meant for."),
        .text("language", "A language tag.", pattern: "^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"),
        .text("message", "Markdown with variables.", isRequired: true),
    ]

    private static let writing: [APIOperation] =
        [
            APIOperation(
                method: .post, path: "/message/preview", id: "previewMessage",
                summary: "A message as the creator will see it. Keeps nothing.",
                body: [.text("message", "Markdown."), .text("creator", "For whom variables are filled in.")],
                answer: .json("MessagePreview", hasPage: false))
        ]
        + ["/templates", "/templates.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/templates" ? "templatesPage" : "templates",
                summary: "The company's templates, by name.", answer: .json("Templates", hasPage: path == "/templates"))
        } + [
            APIOperation(
                method: .post, path: "/templates", id: "makeTemplate", summary: "Keeps a new template.", body: templateFields,
                answer: .json("Template", hasPage: true)),
            APIOperation(
                method: .get, path: "/templates/{id}", id: "template", summary: "A template.",
                answer: .json("Template", hasPage: true)),
            APIOperation(
                method: .post, path: "/templates/{id}", id: "changeTemplate", summary: "Changes a template.",
                body: templateFields, answer: .json("Template", hasPage: true)),
            APIOperation(
                method: .post, path: "/templates/{id}/delete", id: "removeTemplate", summary: "Removes a template.",
                answer: .json("Status", hasPage: true)),
        ]

    private static let changeFields: [Field] = [
        .texts("creator", "Usernames."), .choice("change", ListChange.allCases.map(\.rawValue), "Add, where it is left out."),
    ]

    private static let keeping: [APIOperation] =
        ["/picks", "/picks.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/picks" ? "picksPage" : "picks",
                summary: "The creators that the member has picked, and what would become of them.",
                query: path == "/picks" ? [.text("done", "What was done, for the page to say.")] : [],
                answer: .json("Preview", hasPage: path == "/picks"))
        } + [
            APIOperation(
                method: .post, path: "/picks", id: "changePicks", summary: "Changes what the member has picked.",
                body: changeFields + [.text("back", "Where a page goes on to.")], answer: .json("Picks", hasPage: true))
        ]
        + ["/shortlists", "/shortlists.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/shortlists" ? "shortlistsPage" : "shortlists",
                summary: "The company's shortlists, by name.", answer: .json("Shortlists", hasPage: path == "/shortlists"))
        } + [
            APIOperation(
                method: .post, path: "/shortlists", id: "makeShortlist", summary: "Makes a shortlist.",
                body: [
                    .text("name", "One line; no other list of the company has it.", isRequired: true, longest: 80),
                    .texts("creator", "Usernames."), .flag("picks", "Takes the picked creators too."),
                ], answer: .json("Shortlist", hasPage: true)),
            APIOperation(
                method: .get, path: "/shortlists/{id}", id: "shortlist", summary: "A shortlist.",
                answer: .json("Shortlist", hasPage: true)),
            APIOperation(
                method: .post, path: "/shortlists/{id}", id: "changeShortlist", summary: "Changes who is in a shortlist.",
                body: changeFields + [.flag("picks", "Takes the picked creators too.")],
                answer: .json("Shortlist", hasPage: true)),
            APIOperation(
                method: .post, path: "/shortlists/{id}/delete", id: "removeShortlist", summary: "Removes a shortlist.",
                answer: .json("Status", hasPage: true)),
            APIOperation(
                method: .get, path: "/timeline/{creator}", id: "timeline",
                summary: "What the company did with a creator; USERNAME.json for programs.",
                answer: .json("Timeline", hasPage: true)),
            APIOperation(
                method: .post, path: "/tags", id: "tag", summary: "Gives creators a tag, or takes it from them.",
                body: [
                    namedCreators, .text("tag", "One line.", isRequired: true, longest: 40),
                    .flag("on", "False takes it away."),
                ], answer: .json("Status", hasPage: true)),
            APIOperation(
                method: .post, path: "/notes", id: "note", summary: "Keeps a note on a creator; an empty one removes it.",
                body: [.text("creator", "A username.", isRequired: true), .text("note", "Plain text.", longest: 5_000)],
                answer: .json("Status", hasPage: true)),
        ]
}
