import Marketplace

/// A creator in an answer of the TikTok Shop API: of a search, or about one creator; versions 202406 to 202608.
///
/// The API leaves out what is not authorised or was not asked for, so what is absent is missing, never zero. It counts
/// rates in ten-thousandths ("6000" is 60 %), and shares of an audience as fractions.
struct ShopAnswer {
    let format: ImportFormat
    let categories: CategoryList
    let currency: Currency?

    func record(_ value: RawValue, in document: JSONDocument, notes: inout SourceNotes) -> SourceRecord {
        var record = SourceRecord(value, in: document)
        record.take(.username, "username")
        record.take(.nickname, "nickname")
        record.take(.market, "selection_region")
        record.take(.bio, "bio_description")
        record.take(.followers, "follower_count")
        record.take(.agency, "creator_profile", "creator_bind_mcn_name")
        record.take(.rating, "rating")
        takeCounts(&record)
        record.take(.engagementRate, "ec_video_engagement_rate", places: 4)
        record.takeCategories(at: ["category_ids"], of: categories, notes: &notes)
        record.takeShares(at: ["follower_age"], column: Distribution.age, notes: &notes)
        record.takeFemaleShare(at: ["follower_gender"], notes: &notes)
        takeMajorGender(&record)
        MoneyFields(Self.money.map { field($0.column, $0.key, record) }, override: currency).apply(to: &record, notes: &notes)
        if let avatar = record.value(at: ["avatar", "url"]) { notes.note(.avatars, at: document.position(of: avatar)) }
        return record
    }

    private func takeCounts(_ record: inout SourceRecord) {
        record.take(.products, "promoted_product_num")
        record.take(.videos, "ec_video_count")
        record.take(.lives, "ec_live_count")
        record.take(.videoViewsAverage, "avg_ec_video_play_count")
        record.take(.videoViewsAverage, "avg_ec_video_view_count")
        record.take(.likesAverage, "avg_ec_video_like_count")
        record.take(.commentsAverage, "avg_ec_video_comment_count")
        record.take(.sharesAverage, "avg_ec_video_share_count")
        record.take(.liveViewersAverage, "avg_ec_live_view_count")
        record.take(.liveViewersAverage, "avg_ec_live_uv")
        if format == .shopDetail { record.take(.unitsSold, "units_sold") }
    }

    /// The larger gender's share in hundredths of a percent; the other's follows from it.
    private func takeMajorGender(_ record: inout SourceRecord) {
        guard record.cells[.audienceFemale] == nil else { return }
        let path = ["top_follower_demographics", "major_gender"]
        let percentage = record.value(at: path + ["percentage"])
        guard let percentage, let text = record.document.text(of: percentage), let share = FixedDecimal(text + "e-4"),
            let isFemale = record.value(at: path + ["gender"]).flatMap(record.document.text).flatMap(Distribution.isFemale),
            let whole = FixedDecimal(1), let other = whole.subtracting(share)
        else { return }
        record.set(.audienceFemale, (isFemale ? share : other).description, from: percentage)
    }

    /// GMV first: its label is what the record is in.
    private static let money: [(column: CreatorColumn, key: String)] = [
        (.gmv, "gmv"), (.gmvVideo, "video_gmv"), (.gmvLive, "live_gmv"), (.gpmVideo, "video_gpm"), (.gpmLive, "live_gpm"),
    ]

    private func field(_ column: CreatorColumn, _ key: String, _ record: SourceRecord) -> MoneyFields.Field {
        let document = record.document
        var field = MoneyFields.Field(column: column)
        if let amount = record.value(at: [key, "amount"]), let text = document.text(of: amount), text != "--" {
            field.amount = (text, amount)
            field.labelValue = record.value(at: [key, "currency"])
            field.label = field.labelValue.flatMap(document.text).flatMap(MoneyText.currency)
        }
        let band = key + "_range"
        let formatted = record.value(at: [band, "formatted_range"])
        let parsed = formatted.flatMap(document.text).flatMap(MoneyText.parse)
        let low = record.value(at: [band, "minimum_amount"]), high = record.value(at: [band, "maximum_amount"])
        field.bandLabel =
            record.value(at: [band, "currency"]).flatMap(document.text).flatMap(MoneyText.currency) ?? parsed?.currency
        if let from = low.flatMap(document.text).flatMap({ FixedDecimal($0) }) {
            let to = high.flatMap(document.text).flatMap { FixedDecimal($0) }
            // A largest amount that is not above the smallest is how an open band is written.
            field.band = .range(from: from, to: to.flatMap { $0 > from ? $0 : nil })
        } else {
            field.band = parsed?.figure
        }
        field.bandText = formatted.flatMap(document.text) ?? field.band?.nativeText ?? ""
        field.bandValues = [low, high, formatted].compactMap { $0 }
        return field
    }
}
