import Foundation
public import Marketplace
public import Templating

/// A market's list for a signed-in member: the same as `QueryPage`, with ticks, tags and the member's own filters.
public struct MemberListPage: Page {
    public let template = "pages/member-list"
    public var path: String { list.path }
    public var market: Market? { list.market }
    private let list: QueryPage
    private let usernames: [String]
    private let desk: ListDesk

    /// - Parameter usernames: those of the cards of `list`, in their order.
    public init(list: QueryPage, usernames: [String], desk: ListDesk) {
        precondition(list.cards.count == usernames.count, "each card is of one creator")
        (self.list, self.usernames, self.desk) = (list, usernames, desk)
    }

    public static let shape = QueryPage.shape.merging([
        "entries": .list(entryShape), "pick_action": .text, "picks_href": .text, "pick_count": .text, "has_picks": .flag,
        "back": .text, "invite_href": .text, "shortlists": .list(["id": .text, "name": .text, "selected": .flag]),
        "has_shortlists": .flag, "known_tags": .list(["name": .text, "selected": .flag]), "has_tags": .flag,
        "not_invited_days": .list(["value": .text, "name": .text, "selected": .flag]),
        "member_chips": .list(FilterChips.shape),
    ])

    public func title(in frame: PageFrame) -> String? { list.title(in: frame) }
    public func summary(in frame: PageFrame) -> String { list.summary(in: frame) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        let besides = desk.filter.parameters
        let back = FilterChips(query: list.query, site: frame.site, words: frame.words, besides: besides).address(list.query)
            .dropFirst(2)
        return list.values(in: frame, besides: besides).merging([
            "entries": .list(zip(list.cards, usernames).map { entry(card: $0, username: $1, in: frame) }),
            "pick_action": .text(root + "picks"), "picks_href": .text(root + "picks"),
            "pick_count": .text(frame.words.count(desk.pickCount, .pickedOne, .pickedMany)),
            "has_picks": .flag(desk.pickCount > 0), "back": .text("\(list.query.market)/\(back)"),
            "invite_href": .text(root + "invite?picks=true"),
            "shortlists": .list(
                desk.shortlists.map {
                    ["id": .text($0.id), "name": .text($0.name), "selected": .flag($0.id == desk.filter.shortlist)]
                }),
            "has_shortlists": .flag(!desk.shortlists.isEmpty), "known_tags": .list(tagOptions),
            "has_tags": .flag(!desk.knownTags.isEmpty), "not_invited_days": .list(dayOptions(frame.words)),
            "member_chips": .list(chips(in: frame)),
        ])
    }

    private static let entryShape = ListDesk.shape.merging([
        "card": .html, "card_end": .html, "timeline_href": .text, "write_href": .text,
    ])

    /// The card as everyone has it, opened before its end.
    private func entry(card: [UInt8], username: String, in frame: PageFrame) -> TemplateRecord {
        let text = String(decoding: card, as: UTF8.self)
        let end = text.range(of: "</li>", options: .backwards)
        return desk.values(of: username, in: frame).merging([
            "card": .html(end.map { String(text[..<$0.lowerBound]) } ?? text),
            "card_end": .html(end.map { String(text[$0.lowerBound...]) } ?? ""),
            "timeline_href": .text(root + "timeline/\(username)"), "write_href": .text(root + "invite?creator=\(username)"),
        ])
    }

    private var tagOptions: [TemplateRecord] {
        desk.knownTags.map { ["name": .text($0), "selected": .flag($0.lowercased() == desk.filter.tag?.lowercased())] }
    }

    private func dayOptions(_ words: Wording) -> [TemplateRecord] {
        let asked = desk.filter.notInvitedDays
        let days = Set([7, 14, 30, 90, 365] + [asked].compactMap { $0 }).sorted()
        return days.map {
            [
                "value": .text(String($0)), "name": .text(words.count($0, .daysOne, .daysMany)),
                "selected": .flag($0 == asked),
            ]
        }
    }

    /// The member's own filters, each with the address without it.
    private func chips(in frame: PageFrame) -> [TemplateRecord] {
        let words = frame.words
        var first = list.query
        first.page = 1
        let texts: [String: String] = [
            "shortlist": words(
                .chipShortlist, ["name": desk.shortlists.first { $0.id == desk.filter.shortlist }?.name ?? ""]),
            "tag": words(.chipTag, ["name": desk.filter.tag ?? ""]),
            "not_invited_days": words(
                .chipNotInvited, ["days": words.count(desk.filter.notInvitedDays ?? 0, .daysOne, .daysMany)]),
        ]
        return desk.filter.parameters.map { parameter in
            let others = desk.filter.parameters.filter { $0.name != parameter.name }
            let chip = FilterChips(query: first, site: frame.site, words: frame.words, besides: others)
            return ["text": .text(texts[parameter.name]), "href": .text(chip.address(first))]
        }
    }
}
