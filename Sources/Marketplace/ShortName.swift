/// What people name things by: one line that can be seen and cannot disturb what stands beside it.
public enum ShortName {
    /// Whether a text can be such a name.
    ///
    /// - Parameter longest: code points that it may have.
    public static func accepts(_ text: String, longest: Int) -> Bool {
        text.unicodeScalars.count <= longest && text.showsSomething && !text.unicodeScalars.contains(where: isDisturbing)
    }

    /// Line breaks, controls, and marks that turn the direction of what follows (UAX #9 §2).
    private static func isDisturbing(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
            || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
