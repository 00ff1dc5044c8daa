import CDeflate
import CZlib

/// zlib (RFC 1950) and raw deflate (RFC 1951) over whole arrays.
public enum Deflate {
    /// Fast enough for every build; more makes these columns no smaller (`docs/decisions/0043`).
    private static let level: Int32 = 6
    /// The smallest that is still made in the time of zlib's own best.
    private static let bestLevel: Int32 = 9
    /// For what hardly gets smaller, or is read seldom.
    static let fastLevel: Int32 = 1

    /// A zlib stream.
    public static func packed(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, level: level) }

    /// - Parameter level: 1, the fastest, to 12, the smallest.
    static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
        compressed(bytes, level: level, bound: libdeflate_zlib_compress_bound, by: libdeflate_zlib_compress)
    }

    /// A file of its own (RFC 1952), without a name or a time in it.
    public static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        compressed(bytes, level: bestLevel, bound: libdeflate_gzip_compress_bound, by: libdeflate_gzip_compress)
    }

    /// All of the bytes by one call of libdeflate.
    private static func compressed(
        _ bytes: [UInt8], level: Int32, bound: (OpaquePointer?, Int) -> Int,
        by compress: (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) -> Int
    ) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(level)
        precondition(compressor != nil, "there is memory for a compressor")
        defer { libdeflate_free_compressor(compressor) }
        return [UInt8](unsafeUninitializedCapacity: bound(compressor, bytes.count)) { output, count in
            count = bytes.withUnsafeBytes {
                compress(compressor, $0.baseAddress, $0.count, output.baseAddress, output.count)
            }
            precondition(count > 0, "the room was asked of libdeflate")
        }
    }

    /// What a zlib stream holds.
    ///
    /// - Throws: `IndexDamage` for other bytes, and for more than `limit` of them.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(IndexDamage) -> [UInt8] {
        var stream = z_stream()
        guard plaza_inflate_init(&stream, MAX_WBITS) == Z_OK else { throw IndexDamage("cannot be read: zlib has no memory") }
        defer { inflateEnd(&stream) }
        var (input, result) = (bytes, [UInt8]())
        var outcome = Z_OK
        while outcome == Z_OK, result.count <= limit {
            let offset = Int(stream.total_in)
            result += [UInt8](unsafeUninitializedCapacity: 1 << 20) { output, count in
                input.withUnsafeMutableBufferPointer { input in
                    stream.next_in = input.baseAddress.map { $0 + offset }
                    stream.avail_in = UInt32(input.count - offset)
                    stream.next_out = output.baseAddress
                    stream.avail_out = 1 << 20
                    outcome = inflate(&stream, Z_NO_FLUSH)
                    count = 1 << 20 - Int(stream.avail_out)
                }
            }
        }
        guard outcome == Z_STREAM_END, stream.avail_in == 0, result.count <= limit else {
            throw IndexDamage("is damaged or cut short")
        }
        return result
    }

    /// What raw deflate data makes, up to its end on a byte border; it may reach back into a dictionary.
    ///
    /// - Throws: `IndexDamage` for other bytes, and for more than `limit` of them.
    static func inflated(_ bytes: [UInt8], dictionary: [UInt8], limit: Int) throws(IndexDamage) -> [UInt8] {
        var stream = z_stream()
        guard plaza_inflate_init(&stream, -MAX_WBITS) == Z_OK else { throw IndexDamage("cannot be read: zlib has no memory") }
        defer { inflateEnd(&stream) }
        if !dictionary.isEmpty { inflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) }
        var input = bytes
        var outcome = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: limit + 1) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(limit + 1)
                outcome = inflate(&stream, Z_SYNC_FLUSH)
                count = limit + 1 - Int(stream.avail_out)
            }
        }
        guard outcome == Z_OK || outcome == Z_BUF_ERROR, stream.avail_in == 0, result.count <= limit else {
            throw IndexDamage("is damaged or cut short")
        }
        return result
    }
}
