import Foundation

/// Why a build could not be made or kept. What an author can mend in the input is a `Diagnostic` instead.
public enum BuildFailure: Error, Sendable, CustomStringConvertible {
    /// The output folder holds something that no build of Plaza made.
    case outputIsForeign(path: String)
    /// Another build of this site is under way.
    case buildIsRunning(path: String)
    /// The file system refused.
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .outputIsForeign(let path):
            "'\(path)' was not made by a build, so it is left alone; name an empty or new folder with --output."
        case .buildIsRunning(let path):
            "another build of this site is running (it holds '\(path)'); wait for it to end, then build again."
        case .cannotWrite(let path, let reason):
            "cannot write '\(path)': \(reason). The published catalogue is as it was; make room or rights, then build again."
        }
    }
}
