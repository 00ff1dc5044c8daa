import Catalogue
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
        let old = known.isEmpty ? nil : OldDirectory(file, records: known)
        var records: [DirectoryRecord] = []
        records.reserveCapacity(creators.count)
        try await PrivateFile.make(at: made) { file in
            for start in stride(from: 0, to: creators.count, by: partCount * Self.partSize) {
                let end = min(start + partCount * Self.partSize, creators.count)
                let parts = stride(from: start, to: end, by: Self.partSize).map {
                    creators[$0..<min($0 + Self.partSize, end)]
                }
                for part in try await Lanes.map(parts, { Part(of: $0, knowing: old) }) {
                    try file.write(contentsOf: part.lines)
                    records += part.records
                }
            }
        }
        return records
    }

    /// The same fingerprints, without a file.
    static func records(of creators: DerivedFigures) async throws -> [DirectoryRecord] {
        let parts = stride(from: 0, to: creators.count, by: partSize).map { creators[$0..<min($0 + partSize, creators.count)] }
        return try await Lanes.map(parts) { part in
            part.map { DirectoryRecord(fingerprint: DirectoryRecord.fingerprint(of: $0), check: 0, byteCount: 0) }
        }.flatMap(\.self)
    }

    /// Puts what was written in its place.
    func putInPlace() throws { try PrivateFile.replace(file, with: made) }

    /// The lines of some creators that follow each other.
    private struct Part: Sendable {
        var lines: [UInt8] = []
        var records: [DirectoryRecord] = []

        init(of creators: Slice<DerivedFigures>, knowing old: OldDirectory?) {
            lines.reserveCapacity(creators.count * 2048)
            for creator in creators {
                let fingerprint = DirectoryRecord.fingerprint(of: creator)
                if let (line, record) = old?.line(fingerprint) {
                    lines += line
                    records.append(record)
                    continue
                }
                let start = lines.count
                CreatorDirectory.append(creator, to: &lines)
                records.append(
                    DirectoryRecord(
                        fingerprint: fingerprint, check: FingerprintBytes.fingerprint(of: lines[start...]),
                        byteCount: lines.count - start))
            }
        }
    }

    /// The directory of the last build. A line of it that is not what was written is not given.
    private final class OldDirectory: Sendable {
        private let descriptor: Int32
        private let lines: [Fingerprint: (record: DirectoryRecord, start: UInt64)]

        /// Nil where the file is gone.
        init?(_ file: URL, records: [DirectoryRecord]) {
            descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
            var lines: [Fingerprint: (record: DirectoryRecord, start: UInt64)] = [:]
            lines.reserveCapacity(records.count)
            var start: UInt64 = 0
            for record in records {
                lines[record.fingerprint] = (record, start)
                start += UInt64(record.byteCount)
            }
            self.lines = lines
            guard descriptor >= 0 else { return nil }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

        func line(_ fingerprint: Fingerprint) -> ([UInt8], DirectoryRecord)? {
            guard let (record, start) = lines[fingerprint],
                let line = FileRange.bytes(of: descriptor, at: start..<start + UInt64(record.byteCount)),
                FingerprintBytes.fingerprint(of: line) == record.check
            else { return nil }
            return (line, record)
        }
    }
}

/// A creator's line in the directory.
struct DirectoryRecord: Hashable, Sendable {
    /// Of everything that is known of the creator.
    let fingerprint: Fingerprint
    /// Of the line itself, by which damage is found.
    let check: Fingerprint
    /// With its line break.
    let byteCount: Int

    static func fingerprint(of creator: Creator) -> Fingerprint {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2048)
        creator.append(to: &bytes)
        return FingerprintBytes.fingerprint(of: bytes)
    }
}
