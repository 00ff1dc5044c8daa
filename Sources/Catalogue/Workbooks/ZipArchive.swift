import CZip
import Foundation

/// A ZIP archive in memory, read by libzip.
struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    /// Names of the parts, in the order of the archive.
    let names: [String]

    enum Fault: Error {
        /// With what libzip says.
        case damaged(String)
        case encrypted
        /// The part would take more memory than a report ever does.
        case tooLarge(name: String)
    }

    /// More than a hundred times what a report of a hundred thousand creators takes.
    static let partLimit = 256 << 20

    init(_ bytes: [UInt8]) throws(Fault) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        // libzip frees the copy when it closes the source, so it has to come from malloc.
        guard let copy = malloc(max(1, bytes.count)) else { throw .tooLarge(name: "the file") }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, bytes.count) } }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw .damaged(String(cString: zip_error_strerror(&error)))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw .damaged(String(cString: zip_error_strerror(&error)))
        }
        self.archive = archive
        names = (0..<max(0, zip_get_num_entries(archive, 0))).map { index in
            zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) } ?? ""
        }
    }

    deinit { zip_discard(archive) }

    /// The unpacked bytes of a part; nil where there is none of the name.
    func part(_ name: String) throws(Fault) -> [UInt8]? {
        var status = zip_stat_t()
        guard zip_stat(archive, name, 0, &status) == 0 else { return nil }
        if status.encryption_method != ZIP_EM_NONE { throw .encrypted }
        guard status.size <= Self.partLimit else { throw .tooLarge(name: name) }
        guard let file = zip_fopen_index(archive, status.index, 0) else {
            throw .damaged(String(cString: zip_strerror(archive)))
        }
        defer { zip_fclose(file) }
        // The size that the archive states is not trusted: reading ends where the data does.
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
            guard count >= 0 else { throw .damaged("the part '\(name)' does not unpack") }
            if count == 0 { return bytes }
            bytes += piece[..<Int(count)]
            if bytes.count > Self.partLimit { throw .tooLarge(name: name) }
        }
    }
}
