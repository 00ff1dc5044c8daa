/// Takes EXIF and XMP out of a WebP file (RFC 9649 §2.7): some versions of libvips leave them in when told to strip.
enum WebPMetadata {
    /// The file without both; the bytes as they are where they are no WebP.
    static func removed(from bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)), Array(bytes[8..<12]) == Array("WEBP".utf8) else {
            return bytes
        }
        var kept = Array("WEBP".utf8)
        var offset = 12
        while offset + 8 <= bytes.count {
            let name = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
            let size = bytes[(offset + 4)..<(offset + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
            // Chunks begin at even offsets.
            let end = offset + 8 + size + size % 2
            guard end <= bytes.count + 1 else { return bytes }
            var chunk = Array(bytes[offset..<min(end, bytes.count)])
            if name == "VP8X", chunk.count > 8 { chunk[8] &= ~0b0000_1100 }  // neither EXIF nor XMP is there
            if name != "EXIF" && name != "XMP " { kept += chunk }
            offset = end
        }
        let size = (0..<4).map { UInt8(truncatingIfNeeded: kept.count >> (8 * $0)) }
        return Array("RIFF".utf8) + size + kept
    }
}
