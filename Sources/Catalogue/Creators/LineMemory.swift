import Crypto
public import Foundation
import Marketplace
import Synchronization

/// What was read of the lines of files of creators, kept from build to build, so that of a large file only the lines are
/// read that have changed.
///
/// A line is known by its SHA-256, and kept only where nothing was to be told of it. The file may be deleted at any time,
/// which costs reading all lines once.
public final class LineMemory: Sendable {
    /// Where it is kept.
    public struct Place: Sendable {
        let file: URL
        let program: String
        let takesNew: Bool

        /// - Parameters:
        ///   - program: changes whenever the program does.
        ///   - takesNew: whether lines that are not known yet are taken over, to be saved.
        public init(file: URL, program: String, takesNew: Bool) {
            (self.file, self.program, self.takesNew) = (file, program, takesNew)
        }
    }

    /// Takes away what is kept in a file, whole or not.
    public static func remove(_ file: URL) throws {
        for url in [file, LineMemoryFile.unfinished(file)] where FileManager.default.fileExists(atPath: url.path) {
            try FileManager.default.removeItem(at: url)
        }
    }

    private let file: URL
    private let old: LineMemoryFile?
    private let key: LineDigest
    private let shelf: TextShelf
    private let takesNew: Bool
    /// Who is not kept, whatever a file says of them.
    private let wishes: CreatorWishes
    /// Of the lines that were read, in their order.
    private let kept = Mutex<[LineMemoryFile.Entry]>([])

    /// - Parameters:
    ///   - categories: of the site; lines are read otherwise where there are others.
    ///   - served: the markets of the site.
    ///   - shelf: where what is new is kept until it is written.
    init(at place: Place, categories: CategoryList, served: Set<Market>, wishes: CreatorWishes, shelf: TextShelf) {
        let names = categories.all.flatMap { [$0.slug.text, $0.name] } + served.map(\.rawValue).sorted()
        key = LineDigest(of: ([place.program] + names).map { "\($0.utf8.count) \($0)" }.joined(separator: "\n"))
        old = LineMemoryFile(place.file, key: key)
        (file, self.wishes, self.shelf, takesNew) = (place.file, wishes, shelf, place.takesNew)
    }

    /// A creator, and where in their line two of the values stand.
    struct Line {
        let creator: Creator
        let column: Int
        let photoColumn: Int?
    }

    /// What is known of the lines of one part of a file, which one core reads.
    struct Part {
        private let memory: LineMemory
        private var entries: [LineMemoryFile.Entry] = []
        /// What is new.
        private var bytes: [UInt8] = []
        private var fresh: [Fresh] = []

        /// A line that is new: its place among the entries, that of its creator among those of the part, and the bytes of
        /// the creator's long profile, the last of the line's.
        private struct Fresh {
            let entry: Int
            let creator: Int
            let profileCount: Int?
        }

        init(of memory: LineMemory) { self.memory = memory }

        /// The creator of a line that was read before; nil where it has to be read.
        mutating func line(_ digest: LineDigest) -> Line? {
            guard let (entry, line) = memory.old?.line(digest), !memory.wishes.erased(line.creator.username) else { return nil }
            entries.append(entry)
            return line
        }

        /// Takes what was read of a line.
        ///
        /// - Parameter place: of the creator among those of the part.
        mutating func keep(_ line: Line, of digest: LineDigest, at place: Int) {
            guard memory.takesNew, !memory.wishes.erased(line.creator.username) else { return }
            let start = bytes.count
            LineMemoryFile.append(line, to: &bytes)
            let check = LineDigest(of: bytes[start...]).check
            fresh.append(
                Fresh(entry: entries.count, creator: place, profileCount: line.creator.profile.map { $0.text.utf8.count }))
            entries.append(
                LineMemoryFile.Entry(
                    digest: digest, start: UInt64(start), check: check, byteCount: UInt32(clamping: bytes.count - start),
                    isOld: false))
        }

        /// Hands over what it has; lines that there is no room for are read again the next time.
        ///
        /// - Parameter creators: of the part; their profiles are from then on where their lines are.
        consuming func end(_ creators: inout [LocatedCreator]) -> [LineMemoryFile.Entry] {
            guard !fresh.isEmpty else { return entries }
            let start = memory.shelf.kept(bytes)
            for line in fresh.reversed() {
                guard let start else {
                    entries.remove(at: line.entry)
                    continue
                }
                entries[line.entry].start += start
                guard let count = line.profileCount else { continue }
                let end = entries[line.entry].range.upperBound
                creators[line.creator].creator.profile = LongText(keptBy: memory.shelf, at: end - UInt64(count)..<end)
            }
            return entries
        }
    }

    /// Takes the lines of the next part of a file.
    func add(_ entries: [LineMemoryFile.Entry]) { kept.withLock { $0 += entries } }

    /// Writes what will be known the next time, where it is other than what was known this time.
    ///
    /// - Throws: what the file system has against it; then all lines are read the next time.
    public func save() throws {
        let entries = kept.withLock { $0 }
        if let old, entries.count == old.count, entries.allSatisfy(\.isOld) { return }
        try LineMemoryFile.write(entries, key: key, to: file) { isOld, range in
            isOld ? old?.bytes(at: range) : shelf.bytes(at: range)
        }
    }
}

/// What tells lines apart: the first half of a SHA-256.
struct LineDigest: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    init(of bytes: UnsafeRawBufferPointer) {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        self = hash.finalize().withUnsafeBytes {
            LineDigest(high: $0.loadUnaligned(as: UInt64.self), low: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    init(of bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBytes(LineDigest.init) }
    init(of text: String) { self.init(of: Array(text.utf8)[...]) }

    /// Half of it, where only damage is looked for.
    var check: UInt64 { high }
}
