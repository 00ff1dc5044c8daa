import Foundation
import Marketplace

/// The file of a `LineMemory`: what was read of each line, one behind the other; then an entry of 40 bytes a line; then, in
/// 64 bytes, how many there are, where they begin, for which site and program they count, and a digest of all entries.
final class LineMemoryFile: TextKeeper {
    /// What is kept of one line.
    struct Entry: Sendable {
        let digest: LineDigest
        var start: UInt64
        /// Of what is kept.
        let check: UInt64
        let byteCount: UInt32
        /// Whether it stands in the file that there was before.
        var isOld: Bool

        var range: Range<UInt64> { start..<start + UInt64(byteCount) }
    }

    private static let magic: UInt64 = 0x0001_656e_696c_7a70
    private static let entryByteCount = 40
    private static let footerByteCount = 64

    private let handle: FileHandle
    private let entries: [Entry]
    /// Places of entries by a part of their digest.
    private let places: [UInt64: Int32]

    var count: Int { entries.count }

    /// Nil where there is none, or one for another site or program, or a damaged one.
    init?(_ url: URL, key: LineDigest) {
        guard let handle = try? FileHandle(forReadingFrom: url), let size = try? handle.seekToEnd() else { return nil }
        self.handle = handle
        guard size >= UInt64(Self.footerByteCount),
            let footer = FileRange.bytes(of: handle.fileDescriptor, at: size - UInt64(Self.footerByteCount)..<size)
        else { return nil }
        let words = footer.withUnsafeBytes { source in
            (0..<8).map { source.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
        let (count, start) = (words[1], words[2])
        guard words[0] == Self.magic, LineDigest(high: words[3], low: words[4]) == key, count < UInt64(Int32.max),
            start <= size,
            start + count * UInt64(Self.entryByteCount) + UInt64(Self.footerByteCount) == size,
            let index = FileRange.bytes(of: handle.fileDescriptor, at: start..<size - UInt64(Self.footerByteCount)),
            LineDigest(of: index[...]) == LineDigest(high: words[5], low: words[6])
        else { return nil }
        entries = index.withUnsafeBytes { source in
            (0..<Int(count)).map { Self.entry(in: source, at: $0 * Self.entryByteCount) }
        }
        guard entries.allSatisfy({ $0.start <= start && UInt64($0.byteCount) <= start - $0.start }) else { return nil }
        places = Dictionary(entries.indices.lazy.map { [entries] in (entries[$0].digest.high, Int32($0)) }) { first, _ in first
        }
    }

    deinit { try? handle.close() }  // nothing was written to it

    /// What is kept of a line; nil where that is nothing, or damaged.
    func line(_ digest: LineDigest) -> (Entry, LineMemory.Line)? {
        guard let place = places[digest.high], entries[Int(place)].digest == digest else { return nil }
        let entry = entries[Int(place)]
        guard let bytes = bytes(at: entry.range), LineDigest(of: bytes[...]).check == entry.check else { return nil }
        let head = 8
        let line = bytes.withUnsafeBytes { source -> LineMemory.Line? in
            guard source.count >= head else { return nil }
            let body = UnsafeRawBufferPointer(rebasing: source[head...])
            let creator = Creator(body) { range in
                let start = entry.start + UInt64(head + range.lowerBound)
                return LongText(keptBy: self, at: start..<start + UInt64(range.count))
            }
            let photoColumn = source.loadUnaligned(fromByteOffset: 4, as: Int32.self)
            return creator.map {
                LineMemory.Line(
                    creator: $0, column: Int(source.loadUnaligned(as: Int32.self)),
                    photoColumn: photoColumn == 0 ? nil : Int(photoColumn))
            }
        }
        return line.map { (entry, $0) }
    }

    /// Appends what is kept of a line.
    static func append(_ line: LineMemory.Line, to bytes: inout [UInt8]) {
        for column in [line.column, line.photoColumn ?? 0] {
            withUnsafeBytes(of: Int32(clamping: column)) { bytes.append(contentsOf: $0) }
        }
        line.creator.append(to: &bytes)
    }

    func bytes(at range: Range<UInt64>) -> [UInt8]? { FileRange.bytes(of: handle.fileDescriptor, at: range) }

    func text(at range: Range<UInt64>) -> String {
        guard let bytes = bytes(at: range) else {
            preconditionFailure("an open file gives back what was read from it before")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where the file is made.
    static func unfinished(_ url: URL) -> URL { url.appendingPathExtension("new") }

    /// Replaces the file in one step.
    ///
    /// - Parameter content: what is kept of lines that follow each other where it is; nil where that is gone, and the lines
    ///   are left out.
    static func write(
        _ lines: [Entry], key: LineDigest, to url: URL, _ content: (_ isOld: Bool, Range<UInt64>) -> [UInt8]?
    ) throws {
        let new = unfinished(url)
        try? FileManager.default.removeItem(at: new)  // left by a killed build, or not there
        guard FileManager.default.createFile(atPath: new.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let file = try FileHandle(forWritingTo: new)
        var isDone = false
        defer { if !isDone { try? FileManager.default.removeItem(at: new) } }  // half of it helps nobody
        var index: [UInt8] = []
        index.reserveCapacity(lines.count * entryByteCount + footerByteCount)
        var (start, count): (UInt64, UInt64) = (0, 0)
        for run in runs(of: lines) {
            let first = lines[run.lowerBound]
            guard let bytes = content(first.isOld, first.start..<lines[run.upperBound - 1].range.upperBound) else { continue }
            for line in lines[run] {
                let place = start + line.start - first.start
                for number in [line.digest.high, line.digest.low, place, UInt64(line.byteCount), line.check] {
                    withUnsafeBytes(of: number) { index.append(contentsOf: $0) }
                }
            }
            try file.write(contentsOf: bytes)
            start += UInt64(bytes.count)
            count += UInt64(run.count)
        }
        let digest = LineDigest(of: index[...])
        for number in [magic, count, start, key.high, key.low, digest.high, digest.low, 0] {
            withUnsafeBytes(of: number) { index.append(contentsOf: $0) }
        }
        try file.write(contentsOf: index)
        try file.close()
        guard rename(new.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        isDone = true
    }

    /// Lines that follow each other where they are, about a megabyte of them at most.
    private static func runs(of lines: [Entry]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (place, line) in lines.enumerated() {
            if let run = runs.last, lines[place - 1].isOld == line.isOld, lines[place - 1].range.upperBound == line.start,
                line.range.upperBound - lines[run.lowerBound].start <= 1 << 20
            {
                runs[runs.count - 1] = run.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
        return runs
    }

    private static func entry(in bytes: UnsafeRawBufferPointer, at start: Int) -> Entry {
        func number(_ place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: start + place * 8, as: UInt64.self) }
        return Entry(
            digest: LineDigest(high: number(0), low: number(1)), start: number(2), check: number(4),
            byteCount: UInt32(clamping: number(3)), isOld: true)
    }
}
