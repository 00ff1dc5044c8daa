import Foundation
import Marketplace
import Synchronization

/// Keeps the long texts of creators in a file without a name while a catalogue is worked on: profiles are as large as all
/// that is known of a creator besides, and each is needed for its page alone. Keeps what a `LineMemory` will write, too.
final class TextShelf: TextKeeper {
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        /// What is in the file.
        var byteCount: UInt64 = 0
        /// What comes behind it.
        var waiting: [UInt8] = []
    }

    /// A shorter text takes no more room than the place of a longer one.
    private static let shortest = 64
    private static let pieceByteCount = 1 << 20

    /// Nil where no file can be made.
    init?() {
        var name = Array((FileManager.default.temporaryDirectory.path + "/plaza-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)  // no program that a build starts gets it
        unlink(name)  // only this process has it now, and it goes when the process does
    }

    deinit { close(descriptor) }

    /// Takes a text over, where that saves anything and the disk has room; otherwise it stays as it is.
    func kept(_ text: String) -> LongText {
        let count = text.utf8.count
        guard count >= Self.shortest else { return LongText(text) }
        return start(of: text.utf8).map { LongText(keptBy: self, at: $0..<$0 + UInt64(count)) } ?? LongText(text)
    }

    /// Takes bytes over.
    ///
    /// - Returns: where they begin; nil where the disk has no room.
    func kept(_ bytes: [UInt8]) -> UInt64? { start(of: bytes) }

    private func start(of bytes: some Collection<UInt8>) -> UInt64? {
        state.withLock { state in
            if state.waiting.count >= Self.pieceByteCount, !Self.write(&state, to: descriptor) { return nil }
            let start = state.byteCount + UInt64(state.waiting.count)
            state.waiting.append(contentsOf: bytes)
            return start
        }
    }

    func text(at range: Range<UInt64>) -> String { String(decoding: bytes(at: range), as: UTF8.self) }

    /// What was taken over, be it written or waiting.
    func bytes(at range: Range<UInt64>) -> [UInt8] {
        let (written, waiting) = state.withLock { state in
            let end = state.byteCount
            let waiting = range.clamped(to: end..<max(end, range.upperBound))
            return (
                range.clamped(to: 0..<end),
                Array(state.waiting[Int(waiting.lowerBound - end)..<Int(waiting.upperBound - end)])
            )
        }
        return written.isEmpty ? waiting : read(written) + waiting
    }

    private func read(_ range: Range<UInt64>) -> [UInt8] {
        guard let bytes = FileRange.bytes(of: descriptor, at: range) else {
            preconditionFailure("the disk of the temporary folder gives back what was written to it")
        }
        return bytes
    }

    /// Writes what is waiting; where the disk has no room, it goes on waiting.
    private static func write(_ state: inout State, to descriptor: Int32) -> Bool {
        let isWritten = state.waiting.withUnsafeBytes { bytes in
            var count = 0
            while count < bytes.count {
                let written = pwrite(
                    descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count, off_t(state.byteCount) + off_t(count)
                )
                guard written > 0 else { return false }
                count += written
            }
            return true
        }
        guard isWritten else { return false }
        state.byteCount += UInt64(state.waiting.count)
        state.waiting.removeAll(keepingCapacity: true)
        return true
    }
}
