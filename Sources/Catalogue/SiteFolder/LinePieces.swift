import Foundation

/// The bytes of a file from its beginning, many lines at a time, so that a large one is never in memory as a whole.
struct LinePieces {
    private let handle: FileHandle
    private let byteCount: Int
    /// What was read behind the last line break.
    private var rest: [UInt8] = []
    private var isBegun = false

    /// - Parameter byteCount: how large a piece is, as long as its lines allow.
    init(of file: URL, byteCount: Int) throws {
        handle = try FileHandle(forReadingFrom: file)
        self.byteCount = byteCount
    }

    /// The next lines, whole ones but for the last of a file that ends without a line break; nil behind the last. An empty
    /// file is one empty piece.
    mutating func next() throws -> [UInt8]? {
        var piece = rest
        rest = []
        defer { isBegun = true }
        piece.reserveCapacity(min(byteCount, 32 << 20) + 1 << 20)
        while true {
            guard let read = try handle.read(upToCount: min(1 << 20, byteCount)), !read.isEmpty else {
                return piece.isEmpty && isBegun ? nil : piece
            }
            piece.append(contentsOf: read)
            guard piece.count >= byteCount, let end = piece.suffix(read.count).lastIndex(of: 0x0a) else { continue }
            rest = Array(piece[(end + 1)...])
            piece.removeSubrange((end + 1)...)
            return piece
        }
    }
}
