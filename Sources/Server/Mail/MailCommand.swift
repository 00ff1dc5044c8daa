import Foundation

/// The system's mail command, called as `sendmail` is: the message on its standard input, 0 where it was taken.
struct MailCommand: Sendable {
    let command: [String]

    enum Outcome: Sendable, Equatable {
        case taken
        /// It said so by its exit code (sysexits.h), or did not end in time.
        case refused(code: Int32)
        case notStarted
    }

    private static let timeLimit: TimeInterval = 60

    /// Hands a message over. The message lies in a file without a name, so that a command that reads nothing cannot hold the
    /// server up.
    func run(_ message: [UInt8]) async -> Outcome {
        let url = FileManager.default.temporaryDirectory.appending(path: "plaza-mail-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: url.path, contents: Data(message), attributes: [.posixPermissions: 0o600]),
            let input = FileHandle(forReadingAtPath: url.path)
        else { return .notStarted }
        unlink(url.path)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let outcome: Outcome = await withCheckedContinuation { continuation in
            process.terminationHandler = { ended in
                let code = ended.terminationReason == .exit ? ended.terminationStatus : -1
                continuation.resume(returning: code == 0 ? .taken : .refused(code: code))
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(returning: .notStarted)
                return
            }
            let identifier = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.timeLimit) { [weak process] in
                if process?.isRunning ?? false { kill(identifier, SIGTERM) }
            }
        }
        // Nothing was written through it that closing could lose.
        try? input.close()
        return outcome
    }
}
