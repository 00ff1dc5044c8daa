import Foundation

/// The bytes of a file from its beginning, many lines at a time, so that a large one is never in memory as a whole.
struct LinePieces {
    private let handle: FileHandle
    /// How large a piece is, as long as its lines allow.
    private let byteCount: Int
    /// The same, or all of a file that is smaller, and a byte.
    private let usualCount: Int
    /// What was read behind the last line break.
    private var rest: [UInt8] = []
    private var isBegun = false
    private var isEnded = false

    /// - Parameter byteCount: how large a piece is, as long as its lines allow.
    init(of file: URL, byteCount: Int) throws {
        handle = try FileHandle(forReadingFrom: file)
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 0)
        self.byteCount = byteCount
        usualCount = min(byteCount, Int(clamping: size) + 1)
    }

    /// The next lines, whole ones but for the last of a file that ends without a line break; nil behind the last. An empty
    /// file is one empty piece.
    mutating func next() throws -> [UInt8]? {
        guard !isEnded else { return nil }
        var (piece, wanted) = (rest, max(usualCount, rest.count + min(byteCount, 1 << 20)))
        rest = []
        defer { isBegun = true }
        while true {
            let old = piece.count
            piece = try bytes(behind: piece, upTo: wanted)
            guard piece.count == wanted else {
                isEnded = true
                return piece.isEmpty && isBegun ? nil : piece
            }
            if piece.count >= byteCount, let end = piece[old...].lastIndex(of: 0x0a) {
                rest = Array(piece[(end + 1)...])
                piece.removeSubrange((end + 1)...)
                return piece
            }
            wanted *= 2  // a line is longer than a piece, or the file has grown
        }
    }

    /// Fewer bytes than wanted at the end of the file only.
    private func bytes(behind start: [UInt8], upTo wanted: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            count = buffer.update(fromContentsOf: start)
            while count < wanted {
                let found = read(handle.fileDescriptor, buffer.baseAddress.map { $0 + count }, wanted - count)
                if found < 0, errno == EINTR { continue }
                guard found >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
                guard found > 0 else { return }
                count += found
            }
        }
    }
}
