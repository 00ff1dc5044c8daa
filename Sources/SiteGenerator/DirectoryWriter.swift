import FacetIndex
import Foundation
import Marketplace

/// Writes the directory of creators for the server, and takes the fingerprint of each record on the way.
struct DirectoryWriter {
    let file: URL

    private var made: URL { file.appendingPathExtension("new") }
    private static let partSize = 512

    /// Writes it beside its place as it is made, some creators on each core, so that it is never held as a whole.
    ///
    /// - Parameters:
    ///   - creators: by username, as they stand in the catalogue.
    ///   - known: the lines that the last build wrote; those of creators who are as they were are copied.
    /// - Returns: each creator's record, by place.
    func write(_ creators: DerivedFigures, knowing known: [DirectoryRecord] = []) async throws -> [DirectoryRecord] {
        let partCount = 16
        let old = known.isEmpty ? nil : try? FileHandle(forReadingFrom: file)  // gone: all lines are made
        defer { try? old?.close() }  // nothing was written to it
        let places = old == nil ? [:] : DirectoryRecord.ranges(of: known)
        var records: [DirectoryRecord] = []
        records.reserveCapacity(creators.count)
        try await PrivateFile.make(at: made) { file in
            for start in stride(from: 0, to: creators.count, by: partCount * Self.partSize) {
                let end = min(start + partCount * Self.partSize, creators.count)
                let parts = stride(from: start, to: end, by: Self.partSize).map {
                    creators[$0..<min($0 + Self.partSize, end)]
                }
                for part in try await Lanes.map(parts, { Part(of: $0, knowing: places) }) {
                    for piece in part.pieces { try piece.write(to: file, from: old) }
                    records += part.records
                }
            }
        }
        return records
    }

    /// The same records but for their length, without a file.
    static func records(of creators: DerivedFigures) async throws -> [DirectoryRecord] {
        let parts = stride(from: 0, to: creators.count, by: partSize).map { creators[$0..<min($0 + partSize, creators.count)] }
        return try await Lanes.map(parts) { part in
            part.map { DirectoryRecord(fingerprint: DirectoryRecord.fingerprint(of: $0), byteCount: 0) }
        }.flatMap(\.self)
    }

    /// Puts what was written in its place.
    func putInPlace() throws { try PrivateFile.replace(file, with: made) }

    /// The lines of some creators that follow each other.
    private struct Part: Sendable {
        var pieces: [Piece] = []
        var records: [DirectoryRecord] = []

        init(of creators: Slice<DerivedFigures>, knowing known: [Fingerprint: Range<Int>]) {
            var lines: [UInt8] = []
            for creator in creators {
                let fingerprint = DirectoryRecord.fingerprint(of: creator)
                let start = lines.count
                if let range = known[fingerprint] {
                    end(&lines)
                    append(range)
                    records.append(DirectoryRecord(fingerprint: fingerprint, byteCount: range.count))
                } else {
                    CreatorDirectory.append(creator, to: &lines)
                    records.append(DirectoryRecord(fingerprint: fingerprint, byteCount: lines.count - start))
                }
            }
            end(&lines)
        }

        private mutating func end(_ lines: inout [UInt8]) {
            guard !lines.isEmpty else { return }
            pieces.append(.new(lines))
            lines = []
        }

        private mutating func append(_ range: Range<Int>) {
            if case .old(let last)? = pieces.last, last.upperBound == range.lowerBound {
                pieces[pieces.count - 1] = .old(last.lowerBound..<range.upperBound)
            } else {
                pieces.append(.old(range))
            }
        }
    }

    /// Lines that are new, or where they stand in the file that there was.
    private enum Piece: Sendable {
        case old(Range<Int>)
        case new([UInt8])

        func write(to file: FileHandle, from old: FileHandle?) throws {
            switch self {
            case .new(let lines): try file.write(contentsOf: lines)
            case .old(let range):
                try old?.seek(toOffset: UInt64(range.lowerBound))
                guard let lines = try old?.read(upToCount: range.count), lines.count == range.count else {
                    throw CocoaError(.fileReadCorruptFile)
                }
                try file.write(contentsOf: lines)
            }
        }
    }
}

/// A creator's line in the directory.
struct DirectoryRecord: Hashable, Sendable {
    /// Of everything that is known of the creator.
    let fingerprint: Fingerprint
    /// With its line break.
    let byteCount: Int

    static func fingerprint(of creator: Creator) -> Fingerprint {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2048)
        creator.append(to: &bytes)
        return FingerprintBytes.fingerprint(of: bytes)
    }

    /// Where lines that follow each other from the beginning of a file stand in it.
    static func ranges(of records: [DirectoryRecord]) -> [Fingerprint: Range<Int>] {
        var ranges: [Fingerprint: Range<Int>] = [:]
        ranges.reserveCapacity(records.count)
        var start = 0
        for record in records {
            ranges[record.fingerprint] = start..<start + record.byteCount
            start += record.byteCount
        }
        return ranges
    }
}
