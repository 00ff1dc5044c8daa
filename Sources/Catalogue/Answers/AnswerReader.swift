import Marketplace

/// Reads JSON documents: answers of the API, saved pages, lists of creators; one, or several behind each other.
struct AnswerReader {
    private let document: JSONDocument
    private let categories: CategoryList
    private let currency: Currency?
    private var found: [ImportFormat: [RawValue]] = [:]
    private var faults: [Diagnostic] = []
    private var trendCount = 0

    /// What an object is.
    enum Kind: Hashable {
        case envelope, searchPage, detailPage, savedPage, trend, list
        case searchItem, detailItem, savedItem, flat
    }

    init(_ bytes: [UInt8], file: String, categories: CategoryList, currency: Currency?) {
        document = JSONDocument(bytes, file: file)
        self.categories = categories
        self.currency = currency
        faults = document.faults
        for value in document.values { take(value) }
    }

    // MARK: Recognising

    static func kind(of value: RawValue, in document: JSONDocument) -> Kind {
        let members = document.members(of: value)
        func has(_ key: String, _ kind: RawValue.Kind) -> Bool { members.contains { $0.key == key && $0.value.kind == kind } }
        func has(_ key: String) -> Bool { members.contains { $0.key == key } }
        if has("data", .object) || has("code", .number) && has("message") { return .envelope }
        if has("creator_profile_list", .list) { return .savedPage }
        if let list = members.first(where: { $0.key == "creators" && $0.value.kind == .list })?.value {
            return document.items(of: list).first.map { kind(of: $0, in: document) } == .flat ? .list : .searchPage
        }
        if has("creator", .object) { return .detailPage }
        if has("creator_profile_trend_data", .list) { return .trend }
        if let handle = members.first(where: { $0.key == "handle" })?.value, document.member("value", of: handle) != nil {
            return .savedItem
        }
        let isAnswer = has("username") && (has("selection_region") || has("creator_open_id") || has("follower_count"))
        guard isAnswer, members.contains(where: { $0.value.kind == .object || $0.value.kind == .list }) else { return .flat }
        return detailKeys.contains(where: has) ? .detailItem : .searchItem
    }

    /// Keys that only an answer about one creator has.
    private static let detailKeys = [
        "bio_description", "ec_video_count", "ec_live_count", "promoted_product_num", "follower_age", "follower_gender",
        "avg_ec_video_play_count", "content_gmv_distribution", "profile_tt_uri",
    ]

    private mutating func take(_ value: RawValue) {
        if value.kind == .list { return document.items(of: value).forEach { take($0) } }
        guard value.kind == .object else { return tellUnknown(value) }
        switch Self.kind(of: value, in: document) {
        case .envelope: takeEnvelope(value)
        case .searchPage: add("creators", of: value, to: .shopSearch)
        case .savedPage: add("creator_profile_list", of: value, to: .marketplacePage)
        case .list: add("creators", of: value, to: .jsonArray)
        case .detailPage:
            if let creator = document.member("creator", of: value) { found[.shopDetail, default: []].append(creator) }
        case .trend: trendCount += 1
        case .searchItem: found[.shopSearch, default: []].append(value)
        case .detailItem: found[.shopDetail, default: []].append(value)
        case .savedItem: found[.marketplacePage, default: []].append(value)
        case .flat where document.members(of: value).isEmpty: break
        case .flat: found[.jsonArray, default: []].append(value)
        }
    }

    private mutating func add(_ key: String, of value: RawValue, to format: ImportFormat) {
        found[format, default: []] += document.member(key, of: value).map(document.items) ?? []
    }

    /// `{code, message, request_id, data}`; another code than 0 is an answer that says no.
    private mutating func takeEnvelope(_ value: RawValue) {
        let code = document.member("code", of: value).flatMap(document.text)
        if let code, code != "0" {
            let message = document.member("message", of: value).flatMap(document.text) ?? "no message"
            let known = Self.codes.first { $0.code == code }
            faults.append(
                Diagnostic(
                    .importAnswer, in: document.file, at: document.position(of: value),
                    "this answer holds no creators: the platform says \(code), \(message.quoted)"
                        + (known.map { " (\($0.meaning))" } ?? ""),
                    fix: known?.fix ?? "ask again for that page, and import it too"))
            return
        }
        if let data = document.member("data", of: value), data.kind == .object { take(data) }
    }

    private static let codes: [(code: String, meaning: String, fix: String)] = [
        ("45101004", "the day's 10,000 calls are used up", "ask again for that page tomorrow, and import it too"),
        ("36009002", "too many calls at once", "ask again for that page more slowly, and import it too"),
        ("36009004", "a parameter is wrong", "page_size must be 12 or 20; mend the call, and import its answer too"),
        ("105005", "the app lacks the scope seller.creator_marketplace.read", "have the shop grant it, and ask again"),
    ]

    private mutating func tellUnknown(_ value: RawValue) {
        faults.append(
            Diagnostic(
                .importAnswer, in: document.file, at: document.position(of: value),
                "this is neither a creator nor an answer that holds creators", fix: Self.known))
    }

    private static let known =
        "import answers of the creator search ('creators') or of one creator ('creator'), saved pages ('creator_profile_list'), or a list of objects with 'username'"

    // MARK: Tables

    /// One table for each format, search before detail.
    ///
    /// - Throws: `ImportUsageError` where there is no creator in the file, and no fault that would say why.
    func tables() throws(ImportUsageError) -> [ForeignTable] {
        let tables = ImportFormat.allCases.compactMap { format in found[format].map { table(of: $0, format) } }
        guard tables.isEmpty else {
            return [tables[0].adding(faults)] + tables.dropFirst()
        }
        if let fault = faults.first {
            throw ImportUsageError(
                "\(fault.file):\(fault.line):\(fault.column): \(fault.message)", fix: fault.fix ?? Self.known,
                isFaultOfFile: true)
        }
        let what = trendCount > 0 ? "holds trends of a creator without saying which" : "holds no creator"
        throw ImportUsageError("\(document.file) \(what)", fix: Self.known, isFaultOfFile: true)
    }

    private func table(of values: [RawValue], _ format: ImportFormat) -> ForeignTable {
        guard format.hasFixedFields else { return flatTable(of: values) }
        var notes = SourceNotes(file: document.file)
        var records: [SourceRecord] = []
        var indices: [String: Int] = [:]
        for value in values {
            let record =
                format == .marketplacePage
                ? MarketplacePage(categories: categories, currency: currency).record(value, in: document, notes: &notes)
                : ShopAnswer(format: format, categories: categories, currency: currency).record(
                    value, in: document, notes: &notes)
            if let name = record.cells[.username]?.text?.lowercased(), let index = indices[name] {
                notes.note(.repeated, at: record.position, example: record.name)
                records[index] = record
            } else {
                if let name = record.cells[.username]?.text?.lowercased() { indices[name] = records.count }
                records.append(record)
            }
        }
        let columns = CreatorColumn.allCases.filter { column in
            CreatorColumn.required.contains(column) || records.contains { $0.cells[column] != nil }
        }
        let rows = records.map { record in
            ForeignRow(
                position: record.position, cells: columns.map { record.cells[$0] }, fault: nil, leftover: record.leftover)
        }
        return ForeignTable(
            format: format, columns: columns.map(\.rawValue), rows: rows, notes: notes.diagnostics,
            formatName: format.name + (version(of: values, format).map { ", \($0)" } ?? ""))
    }

    /// The oldest version of the API that has all the keys that were met.
    private func version(of values: [RawValue], _ format: ImportFormat) -> String? {
        guard format == .shopSearch || format == .shopDetail else { return nil }
        let keys = Set(values.flatMap { document.members(of: $0).map(\.key) })
        if keys.contains("creator_profile") { return "202608" }
        let isNewer = !keys.isDisjoint(with: [
            "creator_open_id", "post_rate", "rating", "ec_video_engagement_rate",
            "follower_location",
        ])
        return isNewer ? "202508" : "202406"
    }

    private func flatTable(of values: [RawValue]) -> ForeignTable {
        var names: [String] = []
        var numbers: [String: Int] = [:]
        let rows = values.map { value in
            var cells: [Int: ForeignCell] = [:]
            for (key, value) in document.members(of: value) {
                let name = key.collapsed
                if numbers[name] == nil {
                    numbers[name] = names.count
                    names.append(name)
                }
                if let number = numbers[name] { cells[number] = cell(of: value) }
            }
            return (value, cells)
        }
        return ForeignTable(
            format: .jsonArray, columns: names,
            rows: rows.map { value, cells in
                ForeignRow(position: document.position(of: value), cells: names.indices.map { cells[$0] }, fault: nil)
            }, notes: [])
    }

    private func cell(of value: RawValue) -> ForeignCell {
        let place = document.position(of: value)
        switch value.kind {
        case .object: return ForeignCell(text: nil, position: place, literal: document.literal(of: value))
        case .list:
            let items = document.items(of: value)
            let isNested = items.contains { $0.kind == .list || $0.kind == .object }
            return ForeignCell(
                text: isNested ? nil : items.compactMap(document.text).joined(separator: ";"), position: place,
                literal: document.literal(of: value))
        case .number, .yes, .no:
            return ForeignCell(text: document.text(of: value) ?? "", position: place, literal: document.literal(of: value))
        default: return ForeignCell(text: document.text(of: value) ?? "", position: place)
        }
    }
}

extension ForeignTable {
    /// The table with more to tell of it.
    func adding(_ more: [Diagnostic]) -> ForeignTable {
        ForeignTable(format: format, columns: columns, rows: rows, notes: notes + more, formatName: formatName)
    }
}
