import Marketplace
import Templating

/// A creator in a list: the same markup wherever it stands.
struct Card {
    let creator: PublicCreator

    static let pictureSize = 56

    static let shape: TemplateShape = [
        "root": .text, "username": .text, "nickname": .text, "href": .text, "tiktok_href": .text, "language": .text,
        "picture": .html, "bio": .text, "categories": .list(["name": .text, "href": .text]),
        "facts": .list(FigureValues.shape), "type": .text, "type_definition": .text, "score": .record(openShape),
        "rating": .record(openShape), "products": .record(openShape), "labels": .list(["text": .text, "definition": .text]),
        "agency": .text, "is_unauthorised": .flag, "shows_contact": .flag, "contact_action": .text, "invite_href": .text,
    ]

    func values(root: String, in frame: PageFrame) -> TemplateRecord {
        let profilePath = root + frame.site.link(to: creator.username)
        return [
            "root": .text(root), "username": .text(creator.username.text), "nickname": .text(creator.nickname),
            "href": .text(profilePath), "tiktok_href": .text("https://www.tiktok.com/@\(creator.username)"),
            "language": .text(creator.market.language),
            "picture": .html(
                Picture.html(
                    of: creator, root: root, size: Self.pictureSize, hasCardPhotos: frame.hasCardPhotos)),
            "bio": .text(creator.bio), "categories": .list(categories(root: root, in: frame)),
            "facts": .list(metrics.map { FigureValues.values(of: $0, for: creator, frame.words) }),
            "type": .text(TypeWorking.badge(of: creator, frame.words)), "type_definition": .text(frame.words(.sellsMeans)),
            "score": openValue(.score, frame.words), "rating": openValue(.rating, frame.words),
            "products": openValue(.products, frame.words),
            "labels": .list(labels(frame.words)), "agency": .text(agencyName(in: frame)),
            "is_unauthorised": .flag(!creator.isAuthorized), "shows_contact": .flag(creator.showsContact),
            "contact_action": .text(frame.action("contact", root: root)),
            "invite_href": .text(profilePath + "#invite"),
        ]
    }

    /// The three figures that stand in the same place on every card, then those that take the third one's place in a
    /// list that is sorted by them: cards are the same bytes in every order, so the style sheet chooses.
    var metrics: [Metric] {
        let isLive = creator.contentType == .known(.live)
        return [.followers, .gmv] + (isLive ? [.gpmLive, .gpmVideo] : [.gpmVideo, .gpmLive]) + [.videoViewsAverage]
    }

    func agencyName(in frame: PageFrame) -> String? {
        creator.agency.map { frame.company(named: $0)?.name ?? $0 }
    }

    func categories(root: String, in frame: PageFrame) -> [TemplateRecord] {
        creator.categories.compactMap { frame.site.categories[$0] }.map { category in
            ["name": .text(category.name), "href": .text(root + "\(creator.market)/\(category.slug)/index.html")]
        }
    }

    private static let openShape: TemplateShape = ["value": .text, "definition": .text, "number": .text]

    private func openValue(_ metric: Metric, _ words: Wording) -> TemplateValue? {
        let text = FigureText(creator.metrics[metric], of: metric, in: creator.currency, words)
        return text.value.map {
            .record([
                "value": .text($0), "definition": .text(words[metric].definition),
                "number": .text(creator.metrics[metric].value?.description),
            ])
        }
    }

    /// The labels that the creator has, in words that say what is so.
    private func labels(_ words: Wording) -> [TemplateRecord] {
        WorkingLabel.allCases.filter { creator.labels[$0] == .yes }.map { label in
            let text = words[label]
            return [
                "text": .text(measure(behind: label, words) ?? text.name),
                "definition": .text("\(text.name). \(text.definition)"),
            ]
        }
    }

    private func measure(behind label: WorkingLabel, _ words: Wording) -> String? {
        switch label {
        case .quickToRespond: creator.metrics[.responseHours].value.map { words(.repliesIn, ["time": words.hours($0)]) }
        case .reliableWithSamples:
            creator.metrics[.sampleFulfilmentRate].value.map { words(.samplesShown, ["share": NumberText.percent($0)]) }
        case .postsFrequently: nil
        }
    }
}

/// A figure as the templates show it.
enum FigureValues {
    static let shape: TemplateShape = [
        "label": .text, "definition": .text, "figure": .text, "number": .text, "value": .text, "exact": .text, "share": .text,
        "state": .text, "date_text": .text, "is_open": .flag, "is_closed": .flag, "is_missing": .flag,
    ]

    static func values(of metric: Metric, for creator: PublicCreator, history: PublicHistory = .none, _ words: Wording)
        -> TemplateRecord
    {
        let figure = FigureText(creator.metrics[metric], of: metric, in: creator.currency, words)
        let text = words[metric]
        return [
            "label": .text(text.name), "definition": .text(text.definition), "figure": .text(metric.rawValue),
            "number": .text(creator.metrics[metric].value?.description),
            "value": .text(figure.value), "exact": .text(figure.exact), "share": .text(figure.percentage),
            "state": .text(figure.state.rawValue), "date_text": .text(otherDay(of: metric, for: creator, history, words)),
            "is_open": .flag(figure.state == .open), "is_closed": .flag(figure.state == .closed),
            "is_missing": .flag(figure.state == .missing),
        ]
    }

    /// The day of a figure that is of another one than the record.
    private static func otherDay(of metric: Metric, for creator: PublicCreator, _ history: PublicHistory, _ words: Wording)
        -> String?
    {
        guard let updated = creator.updated, let date = history.date(of: metric), date != updated else { return nil }
        return words(.figureAsOf, ["day": words.day(date)])
    }
}
