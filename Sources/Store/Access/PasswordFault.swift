/// Why a text is not taken as a new password. The raw value is the rule, for programs.
public enum PasswordFault: String, Error, CaseIterable, Hashable, Sendable {
    case tooShort = "password_too_short"
    case tooLong = "password_too_long"
    case common = "password_common"
    case repeating = "password_repeating"
    case sameAsAddress = "password_same_as_address"

    /// Characters that a password has at least.
    public static let shortestCharacterCount = 12
    /// Bytes that it has at most.
    public static let longestByteCount = Password.longestByteCount
}

extension Password {
    /// Takes a text as the new password of a member. There are no rules of composition and no date at which it ends (NIST
    /// SP 800-63B §5.1.1.2): length and not being guessed first is all that counts.
    ///
    /// - Throws: the first rule that refuses it.
    static func new(_ typed: String, for email: String) throws(PasswordFault) -> Password {
        // What is much too long is not looked at further.
        guard typed.utf8.count <= longestByteCount else { throw .tooLong }
        guard let password = Password(typed), password.characterCount >= PasswordFault.shortestCharacterCount else {
            throw .tooShort
        }
        let folded = password.folded
        if folded == email.lowercased() { throw .sameAsAddress }
        if CommonPasswords.all.contains(folded) { throw .common }
        if isEven(Array(folded.unicodeScalars.map(\.value))) { throw .repeating }
        return password
    }

    /// Whether it is one to four characters over and over, or counts in steps of one or none ("abcdefghijkl").
    private static func isEven(_ scalars: [UInt32]) -> Bool {
        let repeats = (1...4).contains { period in
            scalars.indices.dropFirst(period).allSatisfy { scalars[$0] == scalars[$0 - period] }
        }
        let steps = zip(scalars, scalars.dropFirst()).map { Int64($1) - Int64($0) }
        return repeats || steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
    }
}
