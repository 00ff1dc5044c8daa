import FacetIndex
import Foundation
import Marketplace

/// Writes the directory of creators for the server, and takes the fingerprint of each record on the way.
struct DirectoryWriter {
    let file: URL

    private var made: URL { file.appendingPathExtension("new") }

    /// Writes it beside its place as it is made, some creators on each core, so that it is never held as a whole.
    ///
    /// - Parameter creators: by username, as they stand in the catalogue.
    /// - Returns: the fingerprint of each creator's record.
    func write(_ creators: DerivedFigures) async throws -> [Username: Fingerprint] {
        let (partCount, partSize) = (16, 512)
        var records: [Username: Fingerprint] = [:]
        records.reserveCapacity(creators.count)
        try await PrivateFile.make(at: made) { file in
            for start in stride(from: 0, to: creators.count, by: partCount * partSize) {
                let end = min(start + partCount * partSize, creators.count)
                let parts = stride(from: start, to: end, by: partSize).map { creators[$0..<min($0 + partSize, end)] }
                for part in try await Lanes.map(parts, Self.lines) {
                    try file.write(contentsOf: part.lines)
                    for (username, record) in part.records { records[username] = record }
                }
            }
        }
        return records
    }

    /// The same fingerprints, without a file.
    static func records(of creators: DerivedFigures) async throws -> [Username: Fingerprint] {
        let parts = stride(from: 0, to: creators.count, by: 512).map { creators[$0..<min($0 + 512, creators.count)] }
        let records = try await Lanes.map(parts) { lines(of: $0).records }
        return Dictionary(uniqueKeysWithValues: records.flatMap(\.self))
    }

    private static func lines(of creators: Slice<DerivedFigures>) -> (lines: [UInt8], records: [(Username, Fingerprint)]) {
        var lines: [UInt8] = []
        lines.reserveCapacity(creators.count * 1024)
        var records: [(Username, Fingerprint)] = []
        records.reserveCapacity(creators.count)
        for creator in creators {
            let start = lines.endIndex
            CreatorDirectory.append(creator, to: &lines)
            records.append((creator.username, FingerprintBytes.fingerprint(of: lines[start...])))
        }
        return (lines, records)
    }

    /// Puts what was written in its place.
    func putInPlace() throws { try PrivateFile.replace(file, with: made) }
}
