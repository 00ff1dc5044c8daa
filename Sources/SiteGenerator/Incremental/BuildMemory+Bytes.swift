import Crypto
import Foundation
import Marketplace

/// How the memory of a build lies in its file: numbers of eight bytes in the order of the machine, texts with their length
/// before them, and a SHA-256 of all that at the end. It never leaves the machine; a file of another form counts as none.
extension BuildMemory {
    private static let magic = "plaza build memory 3\n"

    init?(_ data: Data) {
        let memory = Self.checked(data) { reader -> BuildMemory? in
            guard var memory = BuildMemory(head: &reader), let files = Self.files(&reader),
                let records = Self.records(&reader)
            else { return nil }
            memory.files = files
            memory.directory.records = records
            return memory
        }
        guard let memory else { return nil }
        self = memory
    }

    /// All but the files and the records of the directory.
    private init?(head reader: inout Reader) {
        guard reader.text() == Self.magic,
            let shared = SharedBasis(&reader), let counts = Counts(&reader), let output = Identity(&reader),
            let hasMirror = reader.number(), let mirror = Identity(&reader), let finished = reader.number(),
            let indexes = Self.indexes(&reader), let directory = FileTrace(&reader)
        else { return nil }
        self.init(
            shared: shared, counts: counts, output: output, mirror: hasMirror == 1 ? mirror : nil, finished: finished,
            indexes: indexes, directory: Directory(file: directory), files: [:])
    }

    /// The last build in short, where every file stands in its place as that build left it. Asks the disk of each, and
    /// keeps none.
    static func standing(from url: URL, output: URL) -> Standing? {
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else { return nil }  // never built, or deleted
        return checked(data) { reader -> Standing? in
            guard let head = BuildMemory(head: &reader), head.output == Identity(of: output.path), let count = reader.number()
            else {
                return nil
            }
            let folder = open(output.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { return nil }
            defer { close(folder) }
            var standing = Standing(counts: head.counts, fileCount: Int(count), byteCount: 0)
            var path: [CChar] = []
            for _ in 0..<count {
                guard let name = reader.bytes(), let byteCount = reader.number(), let hasBasis = reader.number() else {
                    return nil
                }
                if hasBasis == 1, PageBasis(&reader) == nil { return nil }
                path.removeAll(keepingCapacity: true)
                path.append(contentsOf: name.lazy.map { CChar(bitPattern: $0) })
                path.append(0)
                guard let trace = FileTrace(of: path, in: folder), trace.byteCount == byteCount, trace.changed <= head.finished
                else { return nil }
                standing.byteCount += trace.byteCount
            }
            return standing
        }
    }

    /// What is told where there is nothing to build.
    struct Standing {
        var counts: Counts
        var fileCount: Int
        var byteCount: Int
    }

    /// Reads what has its digest at the end.
    private static func checked<Result>(_ data: Data, _ read: (inout Reader) -> Result?) -> Result? {
        let digestCount = SHA256.byteCount
        guard data.count > digestCount, data.suffix(digestCount).elementsEqual(SHA256.hash(data: data.dropLast(digestCount)))
        else { return nil }
        return data.withUnsafeBytes { bytes in
            var reader = Reader(bytes: UnsafeRawBufferPointer(rebasing: bytes.dropLast(digestCount)))
            return read(&reader)
        }
    }

    private static func indexes(_ reader: inout Reader) -> [Market: Index]? {
        guard let count = reader.number() else { return nil }
        var indexes: [Market: Index] = [:]
        for _ in 0..<count {
            guard let code = reader.text(), let market = Market(rawValue: code), let basis = reader.number(),
                let rootPath = reader.text(), let table = FileTrace(&reader)
            else { return nil }
            indexes[market] = Index(basis: UInt64(bitPattern: basis), rootPath: rootPath, table: table)
        }
        return indexes
    }

    private static func files(_ reader: inout Reader) -> [String: File]? {
        guard let count = reader.number() else { return nil }
        var files: [String: File] = [:]
        files.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let path = reader.text(), let byteCount = reader.number(), let hasBasis = reader.number() else { return nil }
            var file = File(basis: nil, byteCount: Int(byteCount))
            if hasBasis == 1 {
                guard let basis = PageBasis(&reader) else { return nil }
                file.basis = basis
            }
            files[path] = file
        }
        return files
    }

    private static func records(_ reader: inout Reader) -> [DirectoryRecord]? {
        guard let count = reader.number() else { return nil }
        var records: [DirectoryRecord] = []
        records.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let fingerprint = reader.number(), let check = reader.number(), let byteCount = reader.number() else {
                return nil
            }
            records.append(
                DirectoryRecord(
                    fingerprint: UInt64(bitPattern: fingerprint), check: UInt64(bitPattern: check), byteCount: Int(byteCount)))
        }
        return records
    }

    /// The same values give the same bytes.
    var bytes: Data {
        var writer = Writer()
        writer.append(Self.magic)
        for part in [shared.program, shared.theme, shared.site] { writer.append(Int64(bitPattern: part)) }
        writer.append(shared.hasCardPhotos ? 1 : 0)
        for count in [counts.creators, counts.listed, counts.photos] { writer.append(Int64(count)) }
        writer.append(output)
        writer.append(mirror == nil ? 0 : 1)
        writer.append(mirror ?? output)
        writer.append(finished)
        writer.append(Int64(indexes.count))
        for (market, index) in indexes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.append(market.rawValue)
            writer.append(Int64(bitPattern: index.basis))
            writer.append(index.rootPath)
            writer.append(index.table)
        }
        writer.append(directory.file)
        writer.append(Int64(files.count))
        for (path, file) in files {
            writer.append(path)
            writer.append(Int64(file.byteCount))
            writer.append(file.basis == nil ? 0 : 1)
            guard let basis = file.basis else { continue }
            for part in [basis.record, basis.market, basis.history, basis.neighbours] {
                writer.append(Int64(bitPattern: part))
            }
        }
        writer.append(Int64(directory.records.count))
        for record in directory.records {
            writer.append(Int64(bitPattern: record.fingerprint))
            writer.append(Int64(bitPattern: record.check))
            writer.append(Int64(record.byteCount))
        }
        return Data(writer.bytes) + Data(SHA256.hash(data: writer.bytes))
    }

    /// Takes values from the front; nil once they are used up. Lives no longer than the bytes it was given.
    struct Reader {
        private let source: UnsafeRawBufferPointer
        private var place = 0

        init(bytes: UnsafeRawBufferPointer) { source = bytes }

        mutating func number() -> Int64? {
            guard source.count - place >= 8 else { return nil }
            defer { place += 8 }
            return source.loadUnaligned(fromByteOffset: place, as: Int64.self)
        }

        /// Of a text.
        mutating func bytes() -> Slice<UnsafeRawBufferPointer>? {
            guard let count = number(), count >= 0, count <= source.count - place else { return nil }
            defer { place += Int(count) }
            return source[place..<place + Int(count)]
        }

        mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }
    }

    private struct Writer {
        private(set) var bytes: [UInt8] = []

        mutating func append(_ number: Int64) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }

        mutating func append(_ text: String) {
            append(Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }

        mutating func append(_ identity: Identity) {
            append(Int64(bitPattern: identity.device))
            append(Int64(bitPattern: identity.number))
        }

        mutating func append(_ trace: FileTrace) {
            append(Int64(trace.byteCount))
            append(trace.changed)
        }
    }
}

extension SharedBasis {
    fileprivate init?(_ reader: inout BuildMemory.Reader) {
        guard let program = reader.number(), let theme = reader.number(), let site = reader.number(),
            let hasCardPhotos = reader.number()
        else { return nil }
        self.init(
            program: UInt64(bitPattern: program), theme: UInt64(bitPattern: theme), site: UInt64(bitPattern: site),
            hasCardPhotos: hasCardPhotos == 1)
    }
}

extension PageBasis {
    fileprivate init?(_ reader: inout BuildMemory.Reader) {
        guard let record = reader.number(), let market = reader.number(), let history = reader.number(),
            let neighbours = reader.number()
        else { return nil }
        self.init(
            record: UInt64(bitPattern: record), market: UInt64(bitPattern: market), history: UInt64(bitPattern: history),
            neighbours: UInt64(bitPattern: neighbours))
    }
}

extension BuildMemory.Counts {
    fileprivate init?(_ reader: inout BuildMemory.Reader) {
        guard let creators = reader.number(), let listed = reader.number(), let photos = reader.number() else { return nil }
        self.init(creators: Int(creators), listed: Int(listed), photos: Int(photos))
    }
}

extension BuildMemory.Identity {
    fileprivate init?(_ reader: inout BuildMemory.Reader) {
        guard let device = reader.number(), let number = reader.number() else { return nil }
        self.init(device: UInt64(bitPattern: device), number: UInt64(bitPattern: number))
    }
}

extension FileTrace {
    fileprivate init?(_ reader: inout BuildMemory.Reader) {
        guard let byteCount = reader.number(), let changed = reader.number() else { return nil }
        self.init(byteCount: Int(byteCount), changed: changed)
    }
}
