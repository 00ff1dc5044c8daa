public import Marketplace

/// Takes a creator out of the files of a site: every record in `creators/` and `snapshots/`, whatever its other faults.
///
/// Values in, values out; all other bytes stay as they are.
public struct CreatorErasure: Sendable {
    /// The files that change.
    public let files: [CreatorFile]
    /// How many records were taken out.
    public let recordCount: Int
    /// What the records said the creator is called, and where they are reached, each once.
    public let names: [String]
    public let addresses: [String]
    /// The names of pictures that no other record uses.
    public let photos: [String]

    /// - Parameters:
    ///   - files: from `SiteReader.creatorFiles(in:)` and `SiteReader.snapshotFiles(in:)`.
    ///   - username: in any case.
    /// - Complexity: linear in the bytes of the files.
    public init(of username: Username, from files: [CreatorFile]) {
        var (changed, count): ([CreatorFile], Int) = ([], 0)
        var (names, addresses): ([String], [String]) = ([], [])
        var (own, others): (Set<String>, Set<String>) = ([], [])
        for file in files {
            var cuts: [Range<Int>] = []
            Self.forEachRecord(of: file) { range, fields in
                let photo = fields[CreatorColumn.photo.rawValue]
                guard fields[CreatorColumn.username.rawValue]?.lowercased() == username.folded else {
                    if let photo { others.insert(photo) }
                    return
                }
                cuts.append(Self.line(of: range, in: file.bytes))
                if let photo { own.insert(photo) }
                if let name = fields[CreatorColumn.nickname.rawValue], !names.contains(name) { names.append(name) }
                for channel in ContactChannel.allCases {
                    if let address = fields[channel.rawValue], !addresses.contains(address) { addresses.append(address) }
                }
            }
            guard !cuts.isEmpty else { continue }
            count += cuts.count
            var (bytes, offset): ([UInt8], Int) = ([], 0)
            for cut in cuts {
                bytes += file.bytes[offset..<cut.lowerBound]
                offset = cut.upperBound
            }
            changed.append(CreatorFile(path: file.path, bytes: bytes + file.bytes[offset...]))
        }
        (self.files, recordCount) = (changed, count)
        (self.names, self.addresses) = (names, addresses)
        photos = own.subtracting(others).sorted()
    }

    private static func forEachRecord(of file: CreatorFile, _ body: (Range<Int>, [String: String]) -> Void) {
        if file.path.lowercased().hasSuffix(".csv") {
            scan(CSVReader(file.bytes, file: file.path), body)
        } else {
            scan(JSONLinesReader(file.bytes, file: file.path), body)
        }
    }

    private static func scan(_ reader: some RecordReader, _ body: (Range<Int>, [String: String]) -> Void) {
        var reader = reader
        var record = RawRecord()
        while let outcome = reader.next(into: &record) {
            guard case .record = outcome else { continue }
            let names = reader.names
            let wanted = record.fields.compactMap { field -> (String, String)? in
                let name = names[field.name].trimmed
                guard Self.columns.contains(name), let text = field.value.text(in: reader.bytes)?.trimmed, !text.isEmpty else {
                    return nil
                }
                return (name, text)
            }
            body(record.range, Dictionary(wanted) { first, _ in first })
        }
    }

    private static let columns = Set(
        [CreatorColumn.username, .nickname, .photo].map(\.rawValue) + ContactChannel.allCases.map(\.rawValue))

    /// A record with its line break.
    private static func line(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var end = range.upperBound
        while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0d { end += 1 }
        if end < bytes.count, bytes[end] == 0x0d { end += 1 }
        if end < bytes.count, bytes[end] == 0x0a { end += 1 }
        return range.lowerBound..<end
    }
}
