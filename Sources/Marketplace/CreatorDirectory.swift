public import Foundation

/// A file of creators sorted by username, one JSON record a line, that is searched where it lies.
///
/// Nothing is read in advance: opening costs nothing, and finding one of n records reads O(log n) lines. The bytes may
/// be a mapped file.
public struct CreatorDirectory: Sendable {
    private let bytes: Data

    /// - Parameter bytes: what `CreatorDirectory.contents` made.
    public init(_ bytes: Data) {
        self.bytes = bytes
    }

    /// The file for some creators, in any order, with different usernames.
    public static func contents(of creators: some Collection<Creator>) -> Data {
        var lines: [UInt8] = []
        for creator in creators.sorted(by: { $0.username < $1.username }) { append(creator, to: &lines) }
        return Data(lines)
    }

    /// Appends the line of a creator, everything that is known of them. A file has them by username.
    public static func append(_ creator: Creator, to lines: inout [UInt8]) {
        creator.appendDirectoryJSON(to: &lines)
        lines.append(newline)
    }

    /// The creator of that name, as it is written in the catalogue; nil where there is none.
    ///
    /// - Throws: `DecodingError` where the record is damaged.
    public func creator(_ username: Username) throws -> Creator? {
        let wanted = Array(username.text.utf8)
        var low = bytes.startIndex
        var high = bytes.endIndex
        while low < high {
            let line = lineAround(low + (high - low) / 2)
            let found = name(in: line)
            if found.elementsEqual(wanted) { return try JSONDecoder().decode(Creator.self, from: bytes[line]) }
            if found.lexicographicallyPrecedes(wanted) {
                low = min(line.upperBound + 1, high)
            } else {
                high = line.lowerBound
            }
        }
        return nil
    }

    /// The creators whose `agency` satisfies a condition, by username. Reads all of the file, but decodes the found only.
    public func creators(withAgency isWanted: (String) -> Bool) throws -> [Creator] {
        let decoder = JSONDecoder()
        var found: [Creator] = []
        var place = bytes.startIndex
        while let mention = bytes.range(of: Self.agencyKey, in: place..<bytes.endIndex) {
            let line = lineAround(mention.lowerBound)
            place = mention.upperBound
            // A text could hold the same letters; what is decoded decides.
            guard isWanted(try Self.text(at: mention.upperBound, of: bytes, decoder)) else { continue }
            let creator = try decoder.decode(Creator.self, from: bytes[line])
            if creator.agency.map(isWanted) ?? false { found.append(creator) }
            place = line.upperBound
        }
        return found
    }

    /// The JSON text that begins behind its quotation mark.
    private static func text(at start: Data.Index, of bytes: Data, _ decoder: JSONDecoder) throws -> String {
        var end = start
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\""), bytes[end] != newline {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(end, bytes.endIndex)
        let raw = bytes[start..<end]
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        return try decoder.decode(String.self, from: Data("\"".utf8) + raw + Data("\"".utf8))
    }

    private func lineAround(_ position: Data.Index) -> Range<Data.Index> {
        let start = bytes[..<position].lastIndex(of: Self.newline).map { $0 + 1 } ?? bytes.startIndex
        return start..<(bytes[position...].firstIndex(of: Self.newline) ?? bytes.endIndex)
    }

    /// Each line begins `{"username":"…"`, and a username needs no escapes.
    private func name(in line: Range<Data.Index>) -> Data.SubSequence {
        bytes[line].dropFirst(Self.prefix.count).prefix { $0 != UInt8(ascii: "\"") }
    }

    private static let prefix = Array(#"{"username":""#.utf8)
    private static let agencyKey = Data(#""agency":""#.utf8)
    private static let newline = UInt8(ascii: "\n")
}
