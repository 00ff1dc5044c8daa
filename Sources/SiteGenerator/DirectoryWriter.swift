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
    func write(_ creators: [Creator]) async throws -> [Username: Fingerprint] {
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
    static func records(of creators: [Creator]) async throws -> [Username: Fingerprint] {
        let parts = stride(from: 0, to: creators.count, by: 512).map { creators[$0..<min($0 + 512, creators.count)] }
        let records = try await Lanes.map(parts) { lines(of: $0).records }
        return Dictionary(uniqueKeysWithValues: records.flatMap(\.self))
    }

    private static func lines(of creators: ArraySlice<Creator>) -> (lines: [UInt8], records: [(Username, Fingerprint)]) {
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

/// Files that are readable by their owner only, from their first byte on.
enum PrivateFile {
    /// Replaces a file in one step.
    static func write(to url: URL, _ content: (FileHandle) throws -> Void) throws {
        let new = url.appendingPathExtension("new")
        try reporting(new) {
            let file = try empty(at: new)
            try content(file)
            try file.synchronize()
            try file.close()
        }
        try replace(url, with: new)
    }

    /// Makes a file that takes its place later.
    static func make(at url: URL, _ content: (FileHandle) async throws -> Void) async throws {
        do {
            let file = try empty(at: url)
            try await content(file)
            try file.synchronize()
            try file.close()
        } catch {
            throw failure(at: url, error)
        }
    }

    static func replace(_ url: URL, with new: URL) throws {
        try reporting(url) {
            guard rename(new.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
    }

    /// - Throws: what the system says, for the caller to name the file.
    static func empty(at url: URL) throws -> FileHandle {
        try? FileManager.default.removeItem(at: url)  // left by a killed build, or not there
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw POSIXError(.EACCES)
        }
        return try FileHandle(forWritingTo: url)
    }

    private static func reporting(_ url: URL, _ work: () throws -> Void) throws {
        do { try work() } catch { throw failure(at: url, error) }
    }

    private static func failure(at url: URL, _ error: any Error) -> BuildFailure {
        .cannotWrite(path: url.path, reason: (error as NSError).localizedDescription)
    }
}
