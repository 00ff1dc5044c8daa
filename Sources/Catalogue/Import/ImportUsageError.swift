/// Why an import can't begin: what was asked for can't be done with this file.
public struct ImportUsageError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, without a full stop.
    public let message: String
    /// What to do instead.
    public let fix: String

    /// Whether the file itself is at fault, not what was asked for.
    public let isFaultOfFile: Bool

    init(_ message: String, fix: String, isFaultOfFile: Bool = false) {
        (self.message, self.fix, self.isFaultOfFile) = (message, fix, isFaultOfFile)
    }

    /// The message, and the fix on a second, indented line.
    public var description: String { message + "\n  fix: " + fix }
}
