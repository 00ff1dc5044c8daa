import Marketplace

/// A row of a foreign file in native columns.
struct NormalisedRow {
    let creator: Creator
    /// The fields that the row told, and their plain native texts, in the order of the columns.
    let texts: [(field: CreatorColumn, text: String)]
    let position: SourcePosition
}

/// Turns rows into native texts and checks them with the decoder that reads native files.
struct RowNormaliser {
    let file: String
    let site: Site
    let photos: Set<String>
    /// For rows that tell none.
    let market: Market?
    /// What all amounts are in, whatever the rows say.
    let currency: Currency?
    /// Whether texts stand behind an apostrophe that would be formulas without it.
    let isSpreadsheet: Bool
    let columns: [MappedColumn]

    private var decoder: CreatorDecoder
    private var droppedCategories = Occurrences()
    private var surplusCategories = Occurrences()
    private var droppedPhotos = Occurrences()

    init(
        file: String, site: Site, photos: Set<String>, market: Market?, currency: Currency?, isSpreadsheet: Bool,
        columns: [MappedColumn]
    ) {
        (self.file, self.site, self.photos, self.market) = (file, site, photos, market)
        (self.currency, self.isSpreadsheet, self.columns) = (currency, isSpreadsheet, columns)
        decoder = CreatorDecoder(file: file, categories: site.categories, served: Set(Market.allCases))
    }

    /// The row in native columns, or nil; warnings and faults are told.
    mutating func normalise(_ row: ForeignRow) -> Result<NormalisedRow, RowFaults> {
        if let fault = row.fault { return .failure(RowFaults([fault])) }
        decoder.diagnostics = []
        var texts: [CreatorColumn: String] = [:]
        var places: [CreatorColumn: SourcePosition] = [:]
        var categories: [String] = []
        for column in columns {
            guard let cell = row[column.position - 1] else { continue }
            places[column.field] = places[column.field] ?? cell.position
            guard let text = text(of: cell, column) else { continue }
            if column.field == .categories {
                for name in self.categories(text, at: cell.position) where !categories.contains(name) {
                    categories.append(name)
                }
            } else {
                texts[column.field] = text
            }
        }
        if categories.count > 3 { surplusCategories.note("", places[.categories] ?? row.position) }
        if !categories.isEmpty { texts[.categories] = categories.prefix(3).joined(separator: ";") }
        if let currency { texts[.currency] = currency.rawValue }
        texts[.photo] = texts[.photo].flatMap { photo($0, at: places[.photo] ?? row.position) }

        var builder = RecordBuilder()
        let told = CreatorColumn.allCases.compactMap { field in texts[field].map { (field: field, text: $0) } }
        for (index, field) in CreatorColumn.allCases.enumerated() {
            guard let text = texts[field] ?? standIn(for: field, texts) else { continue }
            builder.add(text, as: index, at: places[field] ?? row.position)
        }
        let creator = decoder.diagnostics.hasErrors ? nil : decode(builder, row)
        guard let creator, !decoder.diagnostics.hasErrors else { return .failure(RowFaults(decoder.diagnostics)) }
        return .success(NormalisedRow(creator: creator, texts: told, position: places[.username] ?? row.position))
    }

    /// Warnings of the row that was normalised last.
    var warnings: [Diagnostic] { decoder.diagnostics }

    /// What is told once for all rows.
    var notes: [Diagnostic] {
        let categories = droppedCategories.all.map { text, place in
            Diagnostic(
                .importCategory, in: file, at: place.first, severity: .warning,
                "the category \(text.quoted) is left out of \(counted(place.count, "row")), as the site has none that it means",
                fix: "add it to 'categories' in site.yaml, or write one of the site's names in the file")
        }
        let surplus = surplusCategories.all.map { _, place in
            Diagnostic(
                .importCategory, in: file, at: place.first, severity: .warning,
                "\(counted(place.count, "row")) with more than three categories: the first three are taken")
        }
        let photos = droppedPhotos.all.map { text, place in
            Diagnostic(
                .importPhoto, in: file, at: place.first, severity: .warning,
                "the photo \(text.quoted) is left out of \(counted(place.count, "row")), as it is not in photos/",
                fix: "put it there")
        }
        return categories + surplus + photos
    }

    private mutating func decode(_ builder: RecordBuilder, _ row: ForeignRow) -> Creator? {
        var record = builder.record
        record.position = row.position
        return decoder.creator(from: record, in: builder.bytes, plans: ColumnPlan.all)
    }

    private func standIn(for field: CreatorColumn, _ texts: [CreatorColumn: String]) -> String? {
        switch field {
        // Without a username the row is faulty for that alone.
        case .nickname: texts[.username] ?? "unnamed"
        case .market: market?.rawValue
        default: nil
        }
    }

    // MARK: One cell

    private static let missing: Set<String> = ["", "-", "--", "—", "n/a", "#n/a", "null"]

    /// The native text of a cell; nil where it tells nothing. Faults are told.
    private mutating func text(of cell: ForeignCell, _ column: MappedColumn) -> String? {
        guard let text = cell.text.map({ isSpreadsheet ? SpreadsheetText.restored($0) : $0 }) else {
            decoder.diagnostics.append(
                Diagnostic(
                    .creatorText, in: file, at: cell.position, "\(column.name.quoted) holds a nested value",
                    fix: "drop it with --map \(column.field.rawValue)="))
            return nil
        }
        guard !Self.missing.contains(text.lowercased()) else { return nil }
        if let metric = column.field.metric { return figure(text, metric, cell, column) }
        switch column.field {
        case .username: return Self.username(text)
        case .bio, .profile: return text.withLineFeeds
        case .market: return Self.market(text)
        case .updated: return Self.day(text)
        case .ecommerce, .authorized, .contactVisible, .quickToRespond, .postsFrequently, .reliableWithSamples:
            return Self.flag(text)
        default: return text.collapsed
        }
    }

    private mutating func figure(_ text: String, _ metric: Metric, _ cell: ForeignCell, _ column: MappedColumn) -> String? {
        do throws(NumberFault) {
            switch try NumberText.figure(text, kind: metric.kind) {
            case .known(let value): return value.description
            case .range(let from, let to): return from.description + ".." + (to?.description ?? "")
            case .closed: return Figure.closedText
            case .missing: return nil
            }
        } catch {
            decoder.diagnostics.append(
                error.diagnostic(of: text, column: column.name, kind: metric.kind, in: file, at: cell.position))
            return nil
        }
    }

    /// The account of "@handle" or of the address of a profile.
    static func username(_ text: String) -> String {
        var text = text[...]
        if let at = text.firstRange(of: "/@") {
            text = text[at.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        } else if text.hasPrefix("@") {
            text.removeFirst()
        }
        return String(text).trimmed
    }

    private static func market(_ text: String) -> String {
        let named = Market.allCases.first { $0.name.lowercased() == text.lowercased() }
        return (Market(code: text) ?? named)?.rawValue ?? text
    }

    /// The day of an instant such as 2026-06-28T10:00:00Z.
    private static func day(_ text: String) -> String {
        let day = text.prefix(10)
        let rest = text.dropFirst(10)
        return CalendarDate(day) != nil && (rest.hasPrefix("T") || rest.hasPrefix(" ")) ? String(day) : text
    }

    private static func flag(_ text: String) -> String {
        switch text.lowercased() {
        case "true", "yes", "1": "true"
        case "false", "no", "0": "false"
        default: text
        }
    }

    // MARK: What is left out

    /// The names of the site's categories that a cell means. A name may hold a comma or a slash itself, so a part is
    /// only cut further where it means nothing as a whole, and some piece of it does.
    private mutating func categories(_ text: String, at place: SourcePosition) -> [String] {
        var names: [String] = []
        for part in text.split(separator: ";").map({ String($0).trimmed }) where !part.isEmpty {
            if let category = site.categories.category(meant: part) {
                names.append(category.name)
                continue
            }
            let pieces = part.split { "|,/".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
            let meant = pieces.map { site.categories.category(meant: $0) }
            let isList = meant.contains { $0 != nil }
            names += meant.compactMap { $0?.name }
            for piece in isList ? zip(pieces, meant).filter({ $0.1 == nil }).map(\.0) : [part] {
                droppedCategories.note(piece, place)
            }
        }
        return names
    }

    private mutating func photo(_ text: String, at place: SourcePosition) -> String? {
        if photos.contains(text) { return text }
        droppedPhotos.note(text, place)
        return nil
    }
}

/// Why a row is not imported.
struct RowFaults: Error {
    let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// Where each of some texts first stood, and how often, in the order of first occurrence.
struct Occurrences {
    private var order: [String] = []
    private var places: [String: (first: SourcePosition, count: Int)] = [:]

    mutating func note(_ text: String, _ position: SourcePosition) {
        if places[text] == nil { order.append(text) }
        places[text, default: (position, 0)].count += 1
    }

    var all: [(text: String, place: (first: SourcePosition, count: Int))] {
        order.compactMap { text in places[text].map { (text, $0) } }
    }
}
