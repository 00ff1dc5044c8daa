/// Why an import can't begin: what was asked for can't be done with this file.
public struct ImportUsageError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, without a full stop.
    public let message: String
    /// What to do instead.
    public let fix: String

    init(_ message: String, fix: String) {
        (self.message, self.fix) = (message, fix)
    }

    /// The message, and the fix on a second, indented line.
    public var description: String { message + "\n  fix: " + fix }
}
