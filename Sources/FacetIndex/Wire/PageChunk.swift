public import Marketplace

/// The pages of several creators in one file (docs/index-format.md, "Pages in chunks").
public struct PageChunk: Sendable {
    /// The page of one creator.
    public struct Page: Sendable {
        public let username: Username
        public let html: [UInt8]

        public init(username: Username, html: [UInt8]) {
            (self.username, self.html) = (username, html)
        }
    }

    public var pages: [Page]

    public init(_ pages: [Page]) { self.pages = pages }

    /// Where the chunks stand below the top of the site; in a folder named after how many there are.
    public static let folder = "creators/chunks"

    private static let magic = Array("PLP1".utf8)
    /// As few as make a file worth a request, as many as a page may cost a reader: 28 kB each, and 2.8 kB when packed.
    private static let mostCreators = 32
    /// Beyond any page, times `mostCreators` and what chance adds.
    private static let mostBytes = 64 << 20

    /// How many chunks hold a catalogue: the least power of two for which a chunk has 32 creators on the average, at most.
    /// So it seldom changes, and a creator who comes changes one file.
    public static func count(forCreators creators: Int) -> Int {
        var count = 1
        while count * mostCreators < creators { count *= 2 }
        return count
    }

    /// The number of the chunk of `count` that holds a creator's page.
    public static func number(of username: Username, among count: Int) -> Int {
        Int(FNV.hash(username.folded)) % count
    }

    /// Where a chunk stands below the top of the site.
    public static func path(_ number: Int, of count: Int) -> String {
        let digits = String(number, radix: 16)
        return "\(folder)/\(count)/" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".bin"
    }

    /// How many chunks there are, by the path of one; nil where it is none's.
    public static func count(byPath path: String) -> Int? {
        guard path.hasPrefix(folder + "/") else { return nil }
        return Int(path.dropFirst(folder.count + 1).prefix { $0 != "/" })
    }

    /// The page of a creator, whatever the case of the name; nil where it is not among these.
    public func page(of username: Username) -> Page? { pages.first { $0.username.folded == username.folded } }

    /// The file.
    public var packed: [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.magic)
        writer.append(count: pages.count)
        for page in pages {
            writer.append(text: page.username.text)
            writer.append(count: page.html.count)
        }
        for page in pages { writer.append(page.html) }
        return Deflate.packed(writer.bytes)
    }

    /// Reads a file.
    ///
    /// - Throws: `IndexDamage` where it is not one that `packed` makes.
    public init(packed: [UInt8]) throws(IndexDamage) {
        var reader = ByteReader(try Deflate.unpacked(packed, limit: Self.mostBytes))
        guard try reader.bytes(Self.magic.count).elementsEqual(Self.magic) else { throw IndexDamage("has no pages in it") }
        var sizes: [(username: Username, byteCount: Int)] = []
        for _ in 0..<(try reader.count(upTo: Self.mostBytes)) {
            guard let username = Username(try reader.text()) else { throw IndexDamage("names a creator who cannot be") }
            sizes.append((username, try reader.count(upTo: Self.mostBytes)))
        }
        pages = []
        for (username, byteCount) in sizes {
            pages.append(Page(username: username, html: Array(try reader.bytes(byteCount))))
        }
        guard reader.isAtEnd else { throw IndexDamage("has bytes left over") }
    }
}
