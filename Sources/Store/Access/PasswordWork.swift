import Dispatch
import Synchronization

/// Derives keys, one after another, on a thread of its own: requests that need none are answered meanwhile, and any number
/// of sign-ins at once takes the memory of one.
final class PasswordWork: Sendable {
    let parameters: ScryptParameters
    /// What is compared where there is none, so that both take the same time. No password is known to hold for it.
    private let decoy: PasswordHash
    private let stranger: Password
    private let queue = DispatchQueue(label: "plaza.passwords")
    private let waitingCount = Mutex(0)
    private let derivedCount = Mutex(0)

    /// How many may wait. Who comes then is told to come again, or the last would wait for minutes.
    private static let longestQueue = 64

    init(parameters: ScryptParameters) {
        self.parameters = parameters
        decoy = PasswordHash(decoyWith: parameters)
        guard let stranger = Password("?") else { preconditionFailure("a text of one character is a password") }
        self.stranger = stranger
    }

    /// Takes a place in the queue for the length of `body`.
    ///
    /// - Returns: nil where too many are waiting; `body` was not called then.
    func inQueue<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value? {
        let isFree = waitingCount.withLock { count in
            guard count < Self.longestQueue else { return false }
            count += 1
            return true
        }
        guard isFree else { return nil }
        defer { waitingCount.withLock { $0 -= 1 } }
        return try await body()
    }

    /// Whether a hash was made of a password; false, after the same work, where there is no hash or no password.
    func holds(_ hash: PasswordHash?, for password: Password?) async throws -> Bool {
        let isReal = hash != nil && password != nil
        return try await run { [decoy, stranger] in try (hash ?? decoy).holds(for: password ?? stranger) && isReal }
    }

    func hash(_ password: Password) async throws -> PasswordHash {
        try await run { [parameters] in try PasswordHash(password, parameters: parameters) }
    }

    /// How many keys were derived.
    var workCount: Int { derivedCount.withLock { $0 } }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        derivedCount.withLock { $0 += 1 }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
