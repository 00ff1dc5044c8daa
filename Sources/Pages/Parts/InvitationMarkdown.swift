import Markdown

/// The message of an invitation as the creator reads it: safe Markdown, with the addresses that the member wrote.
enum InvitationMarkdown {
    static func html(from message: String) -> String { Markdown(topHeadingLevel: 3).html(from: message) }
}
