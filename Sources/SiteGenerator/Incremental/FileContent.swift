import Foundation

/// The bytes of files.
enum FileContent {
    static func bytes(at path: String) throws -> [UInt8] {
        let url = URL(filePath: path)
        return try StagedFolder.reporting(url) { [UInt8](try Data(contentsOf: url)) }
    }

    /// Whether there is a file that holds exactly these bytes. Reads no more of it than differs from them by at most one
    /// piece.
    static func equals(_ bytes: [UInt8], at path: String) -> Bool {
        guard FileTrace(of: path)?.byteCount == bytes.count else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 16) { piece in
            guard let buffer = piece.baseAddress else { return false }
            return bytes.withUnsafeBytes { wanted in
                var place = 0
                while place < wanted.count {
                    let count = read(descriptor, buffer, min(piece.count, wanted.count - place))
                    guard count > 0, let start = wanted.baseAddress, memcmp(buffer, start + place, count) == 0 else {
                        return false
                    }
                    place += count
                }
                return true
            }
        }
    }
}
