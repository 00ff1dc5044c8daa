import Marketplace

/// Makes creators out of records, and collects what is wrong in them.
///
/// A faulty value is left out of the creator and told; a record without username, nickname or market is none.
struct CreatorDecoder: Sendable {
    let file: String
    let categories: CategoryList
    /// Markets of the site; another one is only warned of.
    let served: Set<Market>
    var diagnostics: [Diagnostic] = []
    /// What is told once of all records.
    var summary = Summary()
    /// The usual spellings of the categories; others are found by their slug.
    let categorySlugs: [String: Slug]

    init(file: String, categories: CategoryList, served: Set<Market>) {
        (self.file, self.categories, self.served) = (file, categories, served)
        let spellings = categories.all.flatMap { [($0.name, $0.slug), ($0.slug.text, $0.slug)] }
        categorySlugs = Dictionary(spellings) { first, _ in first }
    }

    /// Reads one record. `plans` are by the number of the field's name; fields without a plan are passed over.
    mutating func creator(from record: RawRecord, in bytes: [UInt8], plans: [ColumnPlan?]) -> Creator? {
        var username: Username?
        var nickname: String?
        var market: Market?
        for field in record.fields {
            guard let plan = plans[field.name], !field.value.isBlank(in: bytes) else { continue }
            switch plan.column {
            case .username: username = self.username(field, bytes)
            case .nickname: nickname = text(field, bytes, .nickname)
            case .market: market = self.market(field, bytes)
            default: continue
            }
        }
        tellMissing(from: record, in: bytes, plans: plans)
        guard let username, let nickname, let market else { return nil }
        var creator = Creator(username: username, nickname: nickname, market: market)
        apply(record, in: bytes, plans: plans, to: &creator)
        return creator
    }

    /// Sets every field of a record but username, nickname and market.
    mutating func apply(_ record: RawRecord, in bytes: [UInt8], plans: [ColumnPlan?], to creator: inout Creator) {
        for field in record.fields {
            guard let plan = plans[field.name], !field.value.isBlank(in: bytes) else { continue }
            if let metric = plan.metric {
                if let figure = figure(field, bytes, plan.column, metric) { creator.metrics[metric] = figure }
            } else if let channel = plan.channel {
                if let address = address(field, bytes, plan.column, channel) { creator.contacts[channel] = address }
            } else if let label = plan.label {
                if let flag = flag(field, bytes, plan.column) { creator.statedLabels[label] = flag }
            } else {
                set(plan.column, field, bytes, in: &creator)
            }
        }
    }

    private mutating func set(_ column: CreatorColumn, _ field: RawField, _ bytes: [UInt8], in creator: inout Creator) {
        switch column {
        case .bio: creator.bio = text(field, bytes, column)
        case .profile: creator.profile = text(field, bytes, column).map { LongText($0) }
        case .agency: creator.agency = text(field, bytes, column)
        case .photo: creator.photo = photo(field, bytes)
        case .categories: creator.categories = categories(field, bytes)
        case .ecommerce: creator.hasCommercePermission = flag(field, bytes, column) ?? creator.hasCommercePermission
        case .authorized: creator.isAuthorized = flag(field, bytes, column) ?? creator.isAuthorized
        case .contactVisible: creator.showsContact = flag(field, bytes, column) ?? creator.showsContact
        case .accountType: creator.accountType = accountType(field, bytes) ?? creator.accountType
        case .currency: creator.currency = currency(field, bytes) ?? creator.currency
        case .updated: creator.updated = date(field, bytes)
        default: break  // The three required columns were read first; every other one has a metric, channel or label.
        }
    }

    private mutating func tellMissing(from record: RawRecord, in bytes: [UInt8], plans: [ColumnPlan?]) {
        for column in CreatorColumn.required {
            let field = record.fields.first { plans[$0.name]?.column == column }
            if let field, !field.value.isBlank(in: bytes) { continue }
            diagnostics.append(
                Diagnostic(
                    .creatorRequired, in: file, at: field?.position ?? record.position,
                    "the creator has no '\(column.rawValue)'", fix: "write the \(column.rawValue); every creator needs one"))
        }
    }

    /// How much there is to tell so far.
    var toldCount: Int { diagnostics.count + summary.toldCount }

    /// Tells a fault of a value.
    mutating func tell(
        _ id: DiagnosticID, _ field: RawField, _ message: String, severity: Diagnostic.Severity = .error, fix: String
    ) {
        diagnostics.append(Diagnostic(id, in: file, at: field.position, severity: severity, message, fix: fix))
    }
}
