import Marketplace

/// A creator in JSON of the marketplace's own pages: every value stands in `{value, is_authorized, status}`.
///
/// What is not authorised is closed, whatever stands in `value`. Rates are in hundredths of a percent (268 is 2.68 %).
struct MarketplacePage {
    let categories: CategoryList
    let currency: Currency?

    func record(_ value: RawValue, in document: JSONDocument, notes: inout SourceNotes) -> SourceRecord {
        var record = SourceRecord(value, in: document)
        record.take(.username, "handle", "value")
        for (column, key) in Self.texts { take(column, key, 0, &record) }
        for (column, key, places) in Self.figures { take(column, key, places, &record) }
        for (column, key) in Self.flags { take(column, key, 0, &record) }
        takeIndustries(&record, notes: &notes)
        if isOpen("follower_ages_v2", record) != false {
            record.takeShares(at: ["follower_ages_v2", "value"], column: Distribution.age, notes: &notes)
        } else {
            for column in CreatorColumn.allCases where column.metric.map(Metric.audienceAges.contains) == true {
                record.set(column, Figure.closedText, from: nil)
            }
        }
        if isOpen("follower_genders_v2", record) != false {
            record.takeFemaleShare(at: ["follower_genders_v2", "value"], notes: &notes)
        } else {
            record.set(.audienceFemale, Figure.closedText, from: nil)
        }
        MoneyFields(money(of: record), override: currency).apply(to: &record, notes: &notes)
        if isClosedThroughout(record) { record.set(.authorized, "false", from: nil) }
        if let avatar = record.value(at: ["avatar"]) { notes.note(.avatars, at: document.position(of: avatar)) }
        return record
    }

    private static let texts: [(CreatorColumn, String)] = [
        (.nickname, "nickname"), (.market, "selection_region"), (.bio, "bio"), (.agency, "creator_bind_mcn_name"),
    ]

    /// With the power of ten that the value is counted in. Of two for one column the first that is there is taken.
    private static let figures: [(CreatorColumn, String, Int)] = [
        (.followers, "follower_cnt", 0), (.videoViewsAverage, "ec_video_avg_view_cnt", 0),
        (.liveViewersAverage, "ec_live_avg_uv", 0), (.score, "creator_ec_level_score", 0), (.unitsSold, "units_sold", 0),
        (.products, "promoted_product_num", 0), (.sampleFulfilmentRate, "sample_fulfillment_rate", 4),
        (.sampleFulfilmentRate, "sample_fulfilment_rate", 4), (.videos, "video_publish_cnt_30d", 0),
        (.lives, "live_streaming_cnt_30d", 0), (.engagementRate, "video_engagement", 4),
    ]

    private static let flags: [(CreatorColumn, String)] = [
        (.quickToRespond, "is_quickly_response"), (.postsFrequently, "is_active_creator"),
        (.reliableWithSamples, "is_high_sample_dispatch_rate"),
    ]

    /// Whether a value is authorised; nil where the key is not there.
    private func isOpen(_ key: String, _ record: SourceRecord) -> Bool? {
        guard record.value(at: [key]) != nil else { return nil }
        return record.value(at: [key, "is_authorized"])?.kind != .no
    }

    private func take(_ column: CreatorColumn, _ key: String, _ places: Int, _ record: inout SourceRecord) {
        guard let isOpen = isOpen(key, record) else { return }
        guard isOpen else {
            if column.metric != nil, record.cells[column] == nil {
                record.set(column, Figure.closedText, from: record.value(at: [key]))
            }
            return
        }
        let value = record.value(at: [key, "value"])
        // An empty text is what the page writes for nothing.
        guard let value, record.document.text(of: value) != nil else { return }
        if places == 0 { record.take(column, key, "value") } else { record.take(column, key, "value", places: places) }
    }

    private func takeIndustries(_ record: inout SourceRecord, notes: inout SourceNotes) {
        guard isOpen("main_industry", record) == true, let list = record.value(at: ["main_industry", "value"]) else { return }
        let names = record.document.items(of: list).compactMap { item -> (String, RawValue)? in
            guard let name = record.document.member("name", of: item) else { return nil }
            return record.document.text(of: name).map { ($0, name) }
        }
        record.takeCategories(names, from: list, of: categories, notes: &notes)
    }

    // MARK: Money

    private func money(of record: SourceRecord) -> [MoneyFields.Field] {
        [
            amount(.gmv, "med_gmv_revenue", record), amount(.gmvVideo, "video_gmv", record),
            amount(.gmvLive, "live_gmv", record), band(.gpmVideo, "ec_video_gpm", record),
            band(.gpmLive, "ec_live_gpm", record),
        ].compactMap { $0 }
    }

    /// `{value, format, symbol}`, and a band beside it under the same name with "_range".
    private func amount(_ column: CreatorColumn, _ key: String, _ record: SourceRecord) -> MoneyFields.Field? {
        let document = record.document
        let range = band(column, key + "_range", record)
        guard let isOpen = isOpen(key, record) else { return range }
        var field = range ?? MoneyFields.Field(column: column)
        guard isOpen else {
            field.isClosed = range?.band == nil
            return field
        }
        field.isClosed = false
        if let value = record.value(at: [key, "value", "value"]), let text = document.text(of: value), text != "--" {
            field.amount = (text, value)
            field.labelValue = record.value(at: [key, "value", "symbol"])
            field.label = field.labelValue.flatMap(document.text).flatMap(MoneyText.currency)
        }
        return field
    }

    /// `{minimal, maximum, minimal_format, maximum_format, symbol}`; two equal ends are a value.
    private func band(_ column: CreatorColumn, _ key: String, _ record: SourceRecord) -> MoneyFields.Field? {
        let document = record.document
        guard let isOpen = isOpen(key, record) else { return nil }
        var field = MoneyFields.Field(column: column)
        guard isOpen else {
            field.isClosed = true
            return field
        }
        let low = record.value(at: [key, "value", "minimal"]), high = record.value(at: [key, "value", "maximum"])
        field.bandLabel = record.value(at: [key, "value", "symbol"]).flatMap(document.text).flatMap(MoneyText.currency)
        guard let from = low.flatMap(document.text).flatMap({ FixedDecimal($0) }) else { return field }
        let to = high.flatMap(document.text).flatMap { FixedDecimal($0) }
        field.band = to == from ? .known(from) : .range(from: from, to: to.flatMap { $0 > from ? $0 : nil })
        field.bandText = field.band?.nativeText ?? ""
        field.bandValues = [low, high].compactMap { $0 }
        return field
    }

    /// Whether every figure that needs to be authorised is closed, and there is one.
    private func isClosedThroughout(_ record: SourceRecord) -> Bool {
        let figures = record.cells.filter { column, _ in column.metric.map { !$0.staysOpen } ?? false }
        return !figures.isEmpty && figures.allSatisfy { $0.value.text == Figure.closedText }
    }
}
