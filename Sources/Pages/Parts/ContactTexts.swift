/// What is said about contacts, wherever it is said.
enum ContactTexts {
    /// SPEC K2.
    static func hiddenReason(of nickname: String) -> String {
        "\(nickname) does not show contact details to partners. An invitation reaches them all the same."
    }
}
