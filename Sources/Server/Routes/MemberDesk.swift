import FacetIndex
import Foundation
import Marketplace
import Pages
import Store

/// Reads what a member has beside a list, and the filters that only members have.
struct MemberDesk: Sendable {
    let store: Store
    let member: Member
    let now: Date

    /// The member's own filters of an address, and what they keep the answer to.
    ///
    /// - Throws: `Problem` 422 for a value that is none.
    func filter(_ form: SubmittedForm) async throws -> (ListDesk.MemberFilter, [RowSelection]) {
        var filter = ListDesk.MemberFilter()
        var selections: [RowSelection] = []
        for name in ListDesk.MemberFilter.names where form.all(name).count > 1 {
            throw Problem.unprocessable(
                Saying(.detailRepeated, ["name": name, "count": String(form.all(name).count)]), mend: Saying(.mendOnce))
        }
        if let key = form.text("shortlist") {
            guard let id = UUID(uuidString: key), let list = try await store.shortlist(id, of: member.company) else {
                throw Problem.unprocessable(
                    Saying(.detailNoShortlistValue, ["value": key]), mend: Saying(.mendSee, ["address": "/shortlists"]))
            }
            filter.shortlist = list.id
            selections.append(.only(list.creators))
        }
        if let tag = form.text("tag") {
            filter.tag = tag
            selections.append(.only(try await store.creators(tagged: tag, of: member.company)))
        }
        if let text = form.text("not_invited_days") {
            guard let days = Int(text), (1...3_650).contains(days) else {
                throw Problem.unprocessable(
                    Saying(.detailNoValue, ["value": text, "name": "not_invited_days"]), mend: Saying(.mendDays))
            }
            filter.notInvitedDays = days
            let since = now.addingTimeInterval(-Double(days) * 86_400)
            selections.append(.except(try await store.creatorsInvited(since: since, by: member.company)))
        }
        return (filter, selections)
    }

    /// What stands beside the creators of a page.
    func shown(_ filter: ListDesk.MemberFilter, beside usernames: [String]) async throws -> ListDesk {
        let creators = usernames.compactMap { Username($0) }
        let picks = try await store.picks(of: member)
        var desk = ListDesk()
        desk.filter = filter
        desk.pickCount = picks.count
        desk.picked = Set(picks.map(\.folded))
        desk.tags = try await store.tags(of: creators, company: member.company)
        desk.lastInvited = try await store.lastInvited(creators, by: member.company)
        desk.shortlists = try await store.shortlists(of: member.company).map { (id: $0.id, name: $0.name) }
        desk.knownTags = try await store.tagCounts(of: member.company).map(\.tag)
        return desk
    }
}
