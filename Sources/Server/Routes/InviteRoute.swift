import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// `POST /invite`: one invitation to one creator or to many (SPEC I1–I3).
struct InviteRoute: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        router.post("invite") { request, state in try await invite(request, state) }
    }

    private static let nobodyNamed: Problem = {
        let detail = "Name one creator at least in the field 'creator'."
        var problem = Problem.unprocessable(detail)
        problem.rule = InvitationRule.notListed.rawValue
        problem.faults = [InvitationForm.Fault(field: "creator", rule: .notListed, detail: detail)]
        return problem
    }()

    private static let fields = ["creator", "purpose", "company", "message"] + ContactChannel.allCases.map(\.rawValue)

    private func invite(_ request: Request, _ state: RequestState) async throws -> Response {
        let submitted = try await SubmittedForm(of: request)
        try submitted.allowOnly(Self.fields, repeatable: "creator")
        let admission: MemberGate.Admission
        switch try gate.verdict(on: request, state, action: "invite", form: submitted) {
        case .answer(let response): return response
        case .admitted(let admitted): admission = admitted
        }
        let form = Self.invitationForm(submitted)
        guard !form.creators.isEmpty else { throw Self.nobodyNamed }
        let candidates = try form.creators.map { name in
            InviteCandidate(name: name, creator: try lookup.open(name, to: admission.company).map(PublicCreator.init))
        }
        let answer = InviteAnswer(settings: settings, request: request, viewer: admission.viewer)
        switch form.checked(for: admission.company, wordCount: settings.wordCount) {
        case .faulty(let faults):
            return try answer.faulty(faults, form: form, candidates: candidates, quota: try await quota(of: admission))
        case .ready(let message):
            let (results, quota) = try await send(message, to: candidates, admission)
            return try answer.results(results, quota: quota)
        }
    }

    /// The store decides on all of them in one transaction; who is not in question is sorted out before.
    private func send(
        _ message: InvitationMessage, to candidates: [InviteCandidate], _ admission: MemberGate.Admission
    ) async throws -> ([InviteResult], InvitationQuota) {
        let refusals = candidates.map { refusal(of: $0, for: message) }
        let recipients = zip(candidates, refusals).compactMap { $1 == nil ? $0.creator.map(Recipient.init) : nil }
        let receipt = try await settings.store.send(
            message, to: recipients, by: admission.member, limits: settings.limits, timeZone: settings.site.timeZone,
            now: settings.now
        )
        var decided = receipt.outcomes.makeIterator()
        let results = zip(candidates, refusals).compactMap { candidate, refusal in
            (refusal.map(Receipt.Result.refused) ?? decided.next()?.result).map { InviteResult(candidate, $0) }
        }
        return (results, receipt.quota)
    }

    private func refusal(of candidate: InviteCandidate, for message: InvitationMessage) -> Refusal? {
        guard let creator = candidate.creator else { return Refusal(rule: .notListed) }
        let usable = message.contacts.limited(to: settings.site.channels(in: creator.market))
        return usable.isEmpty ? Refusal(rule: .contactRequired) : nil
    }

    private func quota(of admission: MemberGate.Admission) async throws -> InvitationQuota {
        try await settings.store.quota(
            of: admission.company.slug, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now()
        )
    }

    private static func invitationForm(_ submitted: SubmittedForm) -> InvitationForm {
        var contacts = ContactDetails()
        for channel in ContactChannel.allCases { contacts[channel] = submitted.text(channel.rawValue) }
        var seen: Set<String> = []
        let names = submitted.all("creator").map { $0.trimmingCharacters(in: .whitespaces) }
        return InvitationForm(
            creators: names.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted },
            purpose: submitted.text("purpose"), company: submitted.text("company"), message: submitted.text("message") ?? "",
            contacts: contacts
        )
    }
}
