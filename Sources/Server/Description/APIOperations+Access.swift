extension APIOperation {
    /// Signing in and out, for people; programs send a token.
    static let access: [APIOperation] = [
        APIOperation(
            method: .get, path: "/sign-in", id: "signInPage", summary: "The page that signs a member in.", access: .everyone,
            query: [.text("token", "That of a one-time link.")], answer: .page),
        APIOperation(
            method: .post, path: "/sign-in", id: "signIn", summary: "Begins a session in a browser.", access: .everyone,
            body: [.text("token", "That of a one-time link.", isRequired: true)], answer: .elsewhere),
        APIOperation(
            method: .post, path: "/sign-out", id: "signOut", summary: "Ends the session.", access: .everyone,
            answer: .elsewhere),
    ]
}
