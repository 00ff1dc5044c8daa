import CZlib

/// zlib (RFC 1950) and raw deflate (RFC 1951) over whole arrays.
public enum Deflate {
    /// Fast enough for every build, and within a few per cent of the best that zlib does on these columns.
    private static let level: Int32 = 6

    /// A zlib stream.
    public static func packed(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, level: level) }

    /// - Parameter level: 1, the fastest, to 9, the smallest.
    static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
        var stream = z_stream()
        precondition(plaza_deflate_init(&stream, level, MAX_WBITS, 8) == Z_OK, "zlib takes its own standard settings")
        defer { deflateEnd(&stream) }
        return run(&stream, on: bytes, flush: Z_FINISH, capacity: Int(deflateBound(&stream, UInt(bytes.count))))
    }

    /// A file of its own (RFC 1952), without a name or a time in it, as small as zlib makes it.
    public static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let gzip = MAX_WBITS + 16
        precondition(
            plaza_deflate_init(&stream, Z_BEST_COMPRESSION, gzip, 8) == Z_OK, "zlib takes its own standard settings")
        defer { deflateEnd(&stream) }
        return run(&stream, on: bytes, flush: Z_FINISH, capacity: Int(deflateBound(&stream, UInt(bytes.count))))
    }

    /// Pushes all input through a stream that is being deflated.
    static func run(_ stream: inout z_stream, on bytes: [UInt8], flush: Int32, capacity: Int) -> [UInt8] {
        var input = bytes
        return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                let outcome = deflate(&stream, flush)
                precondition(outcome == Z_STREAM_END || (outcome == Z_OK && stream.avail_in == 0), "the room was asked of zlib")
                count = capacity - Int(stream.avail_out)
            }
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
