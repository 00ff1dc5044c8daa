/// What the first bytes of a picture say: its format and how many pixels it unpacks to. Nothing is unpacked for it.
struct PictureHeader: Hashable {
    enum Format: String {
        case jpeg, png, webp

        /// The format that the ending of a file's name stands for.
        init?(ending: some StringProtocol) {
            switch ending.lowercased() {
            case "jpg", "jpeg": self = .jpeg
            case "png": self = .png
            case "webp": self = .webp
            default: return nil
            }
        }
    }

    let format: Format
    let width: Int
    let height: Int

    /// Nil where the bytes are no JPEG (ITU-T T.81), PNG (ISO/IEC 15948) or WebP (RFC 9649) with a size.
    init?(_ bytes: [UInt8]) {
        if let size = Self.png(bytes) {
            (format, width, height) = (.png, size.width, size.height)
        } else if let size = Self.jpeg(bytes) {
            (format, width, height) = (.jpeg, size.width, size.height)
        } else if let size = Self.webp(bytes) {
            (format, width, height) = (.webp, size.width, size.height)
        } else {
            return nil
        }
        guard width > 0, height > 0 else { return nil }
    }

    var pixelCount: Int { width * height }

    private typealias Size = (width: Int, height: Int)

    private static func png(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else { return nil }
        return (number(bytes[16..<20]), number(bytes[20..<24]))
    }

    /// Walks over the segments to the frame header, of whichever coding.
    private static func jpeg(_ bytes: [UInt8]) -> Size? {
        guard bytes.starts(with: [0xff, 0xd8, 0xff]) else { return nil }
        var offset = 2
        while offset + 9 < bytes.count {
            guard bytes[offset] == 0xff else { return nil }
            let marker = bytes[offset + 1]
            if marker == 0xff {
                offset += 1
                continue
            }
            let isFrame = (0xc0...0xcf).contains(marker) && ![0xc4, 0xc8, 0xcc].contains(marker)
            if isFrame { return (number(bytes[(offset + 7)..<(offset + 9)]), number(bytes[(offset + 5)..<(offset + 7)])) }
            let length = number(bytes[(offset + 2)..<(offset + 4)])
            guard length >= 2, marker != 0xda else { return nil }
            offset += 2 + length
        }
        return nil
    }

    private static func webp(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), Array(bytes[8..<12]) == Array("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8X": return (1 + little(bytes[24..<27]), 1 + little(bytes[27..<30]))
        case "VP8 ": return (little(bytes[26..<28]) & 0x3fff, little(bytes[28..<30]) & 0x3fff)
        case "VP8L":
            let bits = little(bytes[21..<25])
            return (1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff))
        default: return nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { number(ArraySlice(bytes.reversed())) }
}
