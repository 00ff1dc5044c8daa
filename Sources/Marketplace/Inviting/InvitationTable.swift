/// Invitations as rows of a CSV file, for spreadsheets (SPEC H2).
public enum InvitationTable {
    private static let columns =
        ["id", "creator", "nickname", "market", "purpose", "state", "sent", "member", "template", "message"]

    /// The header row, with its line break.
    public static let header = SpreadsheetText.row(columns)

    /// A row, with its line break.
    public static func row(_ invitation: Invitation) -> String {
        SpreadsheetText.row([
            invitation.id.text, invitation.creator.text, invitation.nickname, invitation.market.rawValue,
            invitation.message.purpose.rawValue, invitation.state.rawValue, invitation.sent.rfc3339, invitation.member,
            invitation.template ?? "", invitation.message.text,
        ])
    }
}
