/// A message as the creator will see it, for the one who writes it.
public enum MessagePreview {
    /// Safe markup, the same as on the creator's page (SPEC I5).
    public static func html(of message: String) -> String { InvitationMarkdown.html(from: message) }
}
