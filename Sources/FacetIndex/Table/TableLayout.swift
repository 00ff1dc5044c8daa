/// How a market's table is laid out: the file that the server and the command line answer queries from.
///
/// A header, a list of sections, the sections, and at the end what the table says of each row. Numbers are
/// little-endian. The file is mapped, and a section is read where it lies, so opening costs the same for any number of
/// creators; each section's checksum is looked at when it is first used.
enum TableLayout {
    static let magic = Array("PLZTABL2".utf8)
    /// Magic, row count, section count, checksum of the list of sections.
    static let headerByteCount = 32
    /// Number, offset, byte count, checksum.
    static let entryByteCount = 32
    static let sectionLimit = 256
    /// Rows are 32 bits, with room for sums.
    static let rowLimit = Int(Int32.max)
    /// A section begins at a multiple of this.
    static let alignment = 8

    /// What a section holds.
    enum Section: Hashable {
        /// Market, root of the wire files, categories, as `TableMeta`.
        case meta
        /// For each of `Facet.choices` a byte a row.
        case codes
        /// `categoriesPerRow` 16-bit numbers a row.
        case categories
        /// A bitset for each category and then for each value of each choice facet.
        case valueBitsets
        /// The words of each row's names, each behind a NUL.
        case names
        /// 64-bit ends of each row's words in `names`.
        case nameEnds
        /// 64-bit starts of what is said of each row, one more than there are rows.
        case payloadStarts
        /// What is said of each row; checked row by row.
        case payload
        /// 32-bit rows from the largest value.
        case order(figure: Int)
        /// 64-bit values of the rows of `order`, without the unknown.
        case values(figure: Int)
        /// Bitsets of the first rows of `order`, at every `checkpointCount`-th part of the known ones.
        case checkpoints(figure: Int)
        /// Rows of which only a range is known: row, lower end, upper end (`openEnd` for none), 64 bits each.
        case ranges(figure: Int)
        /// 32-bit rows by name.
        case nameOrder
        /// 32-bit positions of each row in the order of a sort.
        case ranks(sort: Int)

        var number: UInt64 {
            switch self {
            case .meta: 0
            case .codes: 1
            case .categories: 2
            case .valueBitsets: 3
            case .names: 4
            case .nameEnds: 5
            case .payloadStarts: 6
            case .payload: 7
            case .nameOrder: 8
            case .order(let figure): 16 + UInt64(figure)
            case .values(let figure): 32 + UInt64(figure)
            case .checkpoints(let figure): 48 + UInt64(figure)
            case .ranges(let figure): 64 + UInt64(figure)
            case .ranks(let sort): 80 + UInt64(sort)
            }
        }

        /// Whether the section has a checksum of its own; the others are checked a row at a time.
        var isChecked: Bool { self != .payload && self != .payloadStarts }
    }

    static let checkpointCount = 16
    static let openEnd = Int64.max

    static func wordCount(of rowCount: Int) -> Int { (rowCount + 63) / 64 }

    /// How many of the known rows the checkpoint at `index` holds.
    static func checkpoint(_ index: Int, of knownCount: Int) -> Int { knownCount * index / checkpointCount }

    /// Tells damage, not malice: four lanes of multiply and xor over 64-bit words.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
        var lanes = (prime, prime &* 3, prime &* 5, prime &* 7)
        var position = 0
        func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        while position + 32 <= bytes.count {
            lanes.0 = mixed(lanes.0 ^ word(position))
            lanes.1 = mixed(lanes.1 ^ word(position + 8))
            lanes.2 = mixed(lanes.2 ^ word(position + 16))
            lanes.3 = mixed(lanes.3 ^ word(position + 24))
            position += 32
        }
        var sum = mixed(lanes.0 ^ mixed(lanes.1 ^ mixed(lanes.2 ^ mixed(lanes.3))))
        for byte in bytes[position...] { sum = mixed(sum ^ UInt64(byte)) }
        return mixed(sum ^ UInt64(bytes.count))
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0xff51_afd7_ed55_8ccd
        return product ^ (product >> 32)
    }
}

/// What a table says of itself.
struct TableMeta {
    let market: String
    /// The name of the market's root file, for pages that browsers go on from.
    let root: String
    let categories: [String]
    /// What makes cards of their pieces.
    let opener: CardOpener

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(text: market)
        writer.append(text: root)
        writer.append(count: categories.count)
        for category in categories { writer.append(text: category) }
        for part in [opener.dictionary, opener.beginning] {
            writer.append(count: part.count)
            writer.append(part)
        }
        return writer.bytes
    }

    init(market: String, root: String, categories: [String], opener: CardOpener) {
        (self.market, self.root, self.categories, self.opener) = (market, root, categories, opener)
    }

    init(_ bytes: [UInt8]) throws(IndexDamage) {
        var reader = ByteReader(bytes)
        market = try reader.text()
        root = try reader.text()
        var categories: [String] = []
        for _ in 0..<(try reader.count(upTo: Int(UInt16.max) - 1)) { categories.append(try reader.text()) }
        self.categories = categories
        let dictionary = Array(try reader.bytes(reader.count(upTo: bytes.count)))
        opener = CardOpener(
            dictionary: dictionary, beginning: Array(try reader.bytes(reader.count(upTo: bytes.count))))
        guard reader.isAtEnd else { throw IndexDamage("has a damaged header") }
    }
}
