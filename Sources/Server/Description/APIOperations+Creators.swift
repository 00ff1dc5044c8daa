extension APIOperation {
    /// The creator's side: whoever has the address may, as it holds a secret.
    static let creators: [APIOperation] = [
        reading("", "inbox", "What the creator got, newest first. Changes nothing.", .json("Inbox", hasPage: true)),
        reading("/data", "heldDataPage", "What is held about the creator.", .json("HeldData", hasPage: true)),
        reading("/data.json", "heldData", "The same, to keep.", .json("HeldData", hasPage: false)),
        writing("seen", "markSeen", "The creator opened it.", [invitation]),
        writing("interested", "beInterested", "Releases the company's contacts to the creator.", [invitation]),
        writing(
            "decline", "decline", "Declines.",
            [invitation, .text("reason", "A ready answer."), .text("note", "Own words.", longest: 500)]),
        writing("stop", "stopInvitations", "No more invitations, of one company or of all.", companyFields),
        writing("allow", "allowInvitations", "Allows them again.", companyFields),
        writing("contact-display", "showContact", "Shows or hides the creator's contacts.", [isOn]),
        writing("authorisation", "authorise", "Opens or closes the creator's figures.", [isOn]),
        writing("erase", "askForErasure", "Asks the site's owner to erase everything about the creator.", []),
        APIOperation(
            method: .post, path: "/inbox/{token}/unsubscribe/{company}", id: "unsubscribe",
            summary: "Stops a company's invitations, from a mail program (RFC 8058).", access: .holder,
            answer: .json("Status", hasPage: false)),
        APIOperation(
            method: .get, path: "/inbox/{token}/unsubscribe/{company}", id: "unsubscribePage",
            summary: "Leads to the inbox. Changes nothing.", access: .holder, answer: .elsewhere),
    ]

    /// What members hear of it.
    static let answers: [APIOperation] = [
        APIOperation(
            method: .get, path: "/events", id: "followAnswers",
            summary: "New answers as they come: server-sent events without end.",
            answer: .events),
        APIOperation(
            method: .get, path: "/answers.json", id: "unreadAnswers", summary: "How many answers are unread.",
            answer: .json("Unread", hasPage: false)),
        APIOperation(
            method: .post, path: "/answers/read", id: "readAnswers", summary: "Marks them read.",
            answer: .json("Unread", hasPage: false)),
    ]

    private static let invitation = Field.text("invitation", "The key of one; the newest, where it is left out.")
    private static let isOn = Field.flag("on", "True shows, false hides.")
    private static let companyFields: [Field] = [
        .text("company", "The slug of one."), .text("invitation", "One of its invitations."),
        .choice("scope", ["company", "all"], "All, where nothing is named."),
    ]

    private static func reading(_ path: String, _ id: String, _ summary: String, _ answer: Answer) -> APIOperation {
        APIOperation(
            method: .get, path: "/inbox/{token}" + path, id: id, summary: summary, access: .holder,
            query: [.text("lang", "The language of the page.")], answer: answer)
    }

    private static func writing(_ path: String, _ id: String, _ summary: String, _ body: [Field]) -> APIOperation {
        APIOperation(
            method: .post, path: "/inbox/{token}/" + path, id: id, summary: summary, access: .holder,
            body: body + [.text("lang", "The language of the page.")], answer: .json("Inbox", hasPage: true))
    }
}
