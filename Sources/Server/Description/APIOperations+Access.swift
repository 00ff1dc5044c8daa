import Marketplace

extension APIOperation {
    /// Signing in and out, the own settings and the own company. What decides about access is for browsers with a session:
    /// a token is refused there (`docs/access.md`).
    static let access: [APIOperation] = signingIn + settings + company

    private static let signingIn: [APIOperation] = [
        APIOperation(
            method: .get, path: "/sign-in", id: "signInPage", summary: "The page that signs a member in.", access: .everyone,
            query: [.text("token", "That of a one-time link."), .text("next", "Where to go on to.")], answer: .page),
        APIOperation(
            method: .post, path: "/sign-in", id: "signIn", summary: "Begins a session in a browser.", access: .everyone,
            body: [
                .text("token", "That of a one-time link."), .text("email", "The member's address, with a password."),
                .text("password", "The member's password."), .text("next", "Where to go on to."),
            ], answer: .elsewhere),
        APIOperation(
            method: .post, path: "/sign-out", id: "signOut", summary: "Ends the session.", access: .everyone,
            answer: .elsewhere),
    ]

    private static let settings: [APIOperation] =
        ["/settings", "/settings.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/settings" ? "settingsPage" : "settings",
                summary: "The own password, sessions and tokens.",
                query: [.text("done", "What was done, for the page to say.")],
                answer: .json("Settings", hasPage: path == "/settings"))
        } + [
            APIOperation(
                method: .post, path: "/settings/password", id: "setPassword", summary: "Sets the own password.",
                body: [
                    .text("current_password", "The one that holds."), .text("new_password", "The new one.", isRequired: true),
                ],
                answer: .json("Done", hasPage: true)),
            APIOperation(
                method: .post, path: "/settings/sessions/end", id: "endSessions", summary: "Ends own sessions.",
                body: [.text("session", "The id of one."), .flag("others", "All but this one.")],
                answer: .json("Done", hasPage: true)),
            APIOperation(
                method: .post, path: "/settings/tokens", id: "makeToken", summary: "Makes a token, and shows it once.",
                body: [.text("name", "What it is for.", isRequired: true)], answer: .json("NewToken", hasPage: true)),
            APIOperation(
                method: .post, path: "/settings/tokens/revoke", id: "revokeToken", summary: "Ends a token.",
                body: [.text("token", "Its id.", isRequired: true)], answer: .json("Done", hasPage: true)),
        ]

    private static let email = Field.text("email", "The member's address.", isRequired: true)
    private static let roles = Member.Role.allCases.map(\.rawValue)

    private static let company: [APIOperation] =
        ["/company", "/company.json"].map { path in
            APIOperation(
                method: .get, path: path, id: path == "/company" ? "companyPage" : "company",
                summary: "The own company; for owners with its members.",
                query: [.text("done", "What was done, for the page to say.")],
                answer: .json("Company", hasPage: path == "/company"))
        } + [
            APIOperation(
                method: .post, path: "/company/members", id: "addMember", summary: "Adds a member, and makes a link.",
                body: [email, .choice("role", roles, "Member, where it is left out.")],
                answer: .json("MemberLink", hasPage: true)),
            APIOperation(
                method: .post, path: "/company/members/link", id: "linkMember", summary: "Makes a link that signs a member in.",
                body: [email], answer: .json("MemberLink", hasPage: true)),
            APIOperation(
                method: .post, path: "/company/members/role", id: "changeRole", summary: "Changes a member's role.",
                body: [email, .choice("role", roles, "The new one.", isRequired: true)], answer: .json("Done", hasPage: true)),
            APIOperation(
                method: .post, path: "/company/members/remove", id: "removeMember", summary: "Removes a member.", body: [email],
                answer: .json("Done", hasPage: true)),
        ]
}
