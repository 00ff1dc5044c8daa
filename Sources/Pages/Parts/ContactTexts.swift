/// What is said about contacts, wherever it is said.
enum ContactTexts {
    /// SPEC K2.
    static func hiddenReason(of nickname: String, _ words: Wording) -> String {
        words(.contactNotShown, ["name": nickname])
    }
}
