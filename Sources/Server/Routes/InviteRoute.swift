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

    private static let fields = ["creator", "purpose", "message"] + ContactChannel.allCases.map(\.rawValue)

    private func invite(_ request: Request, _ state: RequestState) async throws -> Response {
        let submitted = try await SubmittedForm(of: request)
        try submitted.allowOnly(Self.fields)
        let admission: MemberGate.Admission
        switch try gate.verdict(on: request, state, action: "invite", form: submitted) {
        case .answer(let response): return response
        case .admitted(let admitted): admission = admitted
        }
        let form = Self.invitationForm(submitted)
        guard !form.creators.isEmpty else { throw Self.nobodyNamed }
        let candidates = try form.creators.map { name in
            InviteCandidate(name: name, creator: try lookup.open(name, to: admission.company))
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
        let ready = candidates.filter { refusal(of: $0, for: message) == nil }.compactMap(\.creator)
        let receipt = try await settings.store.send(
            message, to: ready.map { Recipient(username: $0.username, nickname: $0.nickname, market: $0.market) },
            by: admission.member, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now
        )
        let outcomes = Dictionary(receipt.outcomes.map { ($0.username, $0.result) }) { first, _ in first }
        let results = candidates.map { candidate -> InviteResult in
            if let refusal = refusal(of: candidate, for: message) { return InviteResult(candidate, .refused(refusal)) }
            guard let outcome = candidate.creator.flatMap({ outcomes[$0.username] }) else {
                preconditionFailure("the store answers for every recipient")
            }
            return InviteResult(candidate, outcome)
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
            purpose: submitted.text("purpose"), message: submitted.text("message") ?? "", contacts: contacts
        )
    }
}

/// A creator whom a member picked, as far as there is one.
struct InviteCandidate: Sendable {
    /// As the member wrote it.
    let name: String
    /// Nil where the company cannot invite anybody of that name.
    let creator: Creator?

    var nickname: String { creator?.nickname ?? name }
}

/// What became of one of them.
struct InviteResult: Sendable {
    let candidate: InviteCandidate
    let outcome: Receipt.Result

    init(_ candidate: InviteCandidate, _ outcome: Receipt.Result) {
        (self.candidate, self.outcome) = (candidate, outcome)
    }

    var refusal: Refusal? {
        if case .refused(let refusal) = outcome { refusal } else { nil }
    }

    var invitation: Invitation? {
        if case .sent(let invitation) = outcome { invitation } else { nil }
    }
}
