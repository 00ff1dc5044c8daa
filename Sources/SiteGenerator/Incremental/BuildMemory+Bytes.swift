import Crypto
import Foundation
import Marketplace

/// How the memory of a build lies in its file: numbers of eight bytes in the order of the machine, texts with their length
/// before them, and a SHA-256 of all that at the end. It never leaves the machine; a file of another form counts as none.
extension BuildMemory {
    private static let magic = "plaza build memory 1\n"

    init?(_ data: Data) {
        let digestCount = SHA256.byteCount
        guard data.count > digestCount, data.suffix(digestCount).elementsEqual(SHA256.hash(data: data.dropLast(digestCount)))
        else { return nil }
        var reader = Reader(data: data.dropLast(digestCount))
        guard reader.text() == Self.magic,
            let shared = SharedBasis(&reader), let counts = Counts(&reader), let output = Identity(&reader),
            let hasMirror = reader.number(), let mirror = Identity(&reader), let finished = reader.number(),
            let directory = FileTrace(&reader), let indexes = Self.indexes(&reader), let files = Self.files(&reader)
        else { return nil }
        self.init(
            shared: shared, counts: counts, output: output, mirror: hasMirror == 1 ? mirror : nil, finished: finished,
            directory: directory, indexes: indexes, files: files)
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
        writer.append(directory)
        writer.append(Int64(indexes.count))
        for (market, index) in indexes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.append(market.rawValue)
            writer.append(Int64(bitPattern: index.basis))
            writer.append(index.rootPath)
            writer.append(index.table)
        }
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
        return writer.data + Data(SHA256.hash(data: writer.data))
    }

    /// Takes values from the front; nil once they are used up.
    struct Reader {
        private let data: Data
        private var place: Data.Index

        init(data: Data) { (self.data, place) = (data, data.startIndex) }

        mutating func number() -> Int64? {
            guard data.endIndex - place >= 8 else { return nil }
            defer { place += 8 }
            return data[place..<place + 8].withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
        }

        mutating func text() -> String? {
            guard let count = number(), count >= 0, count <= data.endIndex - place else { return nil }
            defer { place += Int(count) }
            return String(decoding: data[place..<place + Int(count)], as: UTF8.self)
        }
    }

    private struct Writer {
        private(set) var data = Data()

        mutating func append(_ number: Int64) { withUnsafeBytes(of: number) { data.append(contentsOf: $0) } }

        mutating func append(_ text: String) {
            append(Int64(text.utf8.count))
            data.append(contentsOf: text.utf8)
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
