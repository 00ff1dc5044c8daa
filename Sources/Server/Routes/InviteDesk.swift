import Foundation
import Marketplace
import Pages
import Store

/// Makes invitations out of a checked message and the creators that it goes to, and has the store send them.
struct InviteDesk: Sendable {
    let settings: ServerSettings
    let lookup: CreatorLookup

    /// Creators that one request may name.
    static let creatorLimit = 1_000

    /// - Throws: `Problem` 422 for more creators than a request may name.
    func candidates(_ names: [String], for company: Company) throws -> [InviteCandidate] {
        guard names.count <= Self.creatorLimit else {
            throw Problem.unprocessable(
                Saying(.detailTooManyCreators, ["count": String(names.count), "limit": String(Self.creatorLimit)]),
                mend: Saying(.mendParts))
        }
        return try names.map { name in
            InviteCandidate(name: name, creator: try lookup.open(name, to: company).map(PublicCreator.init))
        }
    }

    /// Sends to whom it can be sent. Who is not in question, by the creator or by the message, is sorted out before; on the
    /// others the store decides in one transaction.
    func send(
        _ message: InvitationMessage, template: String?, to candidates: [InviteCandidate], as submission: Submission,
        for company: Company
    ) async throws -> ([InviteResult], InvitationQuota) {
        let text = MessageText(message.text)
        let prepared = candidates.map { draft(of: message, text, template: template, to: $0, for: company) }
        let drafts = prepared.compactMap { try? $0.get() }  // the others have their refusal
        let receipt: Receipt
        do {
            receipt = try await settings.store.send(
                drafts, as: submission, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now)
        } catch is SubmissionConflict {
            throw Problem.unprocessable(Saying(.detailKeyUsed), mend: Saying(.mendNewKey))
        }
        var decided = receipt.outcomes.makeIterator()
        let results = zip(candidates, prepared).compactMap { candidate, prepared -> InviteResult? in
            switch prepared {
            case .failure(let refusal): InviteResult(candidate, .refused(refusal))
            case .success: decided.next().map { InviteResult(candidate, $0.result) }
            }
        }
        return (results, receipt.quota)
    }

    private func draft(
        of message: InvitationMessage, _ text: MessageText, template: String?, to candidate: InviteCandidate,
        for company: Company
    ) -> Result<InvitationDraft, Refusal> {
        guard let creator = candidate.creator else { return .failure(Refusal(rule: .notListed)) }
        guard !message.contacts.limited(to: settings.site.channels(in: creator.market)).isEmpty else {
            return .failure(Refusal(rule: .contactRequired))
        }
        guard !text.isConstant else {
            return .success(InvitationDraft(message, to: Recipient(creator), template: template))
        }
        let values = MessageValues(
            creator: creator, company: company, categories: settings.site.categories(in: creator.market))
        guard let filled = try? text.filled(with: values) else {  // which variable it is, the form says
            return .failure(Refusal(rule: .variableUnresolved))
        }
        guard InvitationForm.lengthFaults(filled, wordCount: settings.wordCount).isEmpty else {
            return .failure(Refusal(rule: .messageTooLong))
        }
        let own = InvitationMessage(purpose: message.purpose, text: filled, contacts: message.contacts)
        return .success(InvitationDraft(own, to: Recipient(creator), template: template))
    }

    /// What would become of creators who were invited at this moment, in their order.
    func forecast(of candidates: [InviteCandidate], for company: Company) async throws -> InviteForecast {
        let known = candidates.compactMap(\.creator?.username)
        let forecast = try await settings.store.forecast(
            for: known, of: company.slug, limits: settings.limits, timeZone: settings.site.timeZone, now: settings.now())
        return InviteForecast(candidates, forecast)
    }

    /// Why an invitation that waited cannot leave now although the limits allow it.
    func obstacle(to invitation: QueuedInvitation) throws -> InvitationRule? {
        guard let company = settings.renderer.companies.first(where: { $0.slug == invitation.company }),
            let creator = try lookup.open(invitation.draft.recipient.username.text, to: company)
        else { return .notListed }
        guard company.purposes.contains(invitation.draft.message.purpose) else { return .purposeNotAllowed }
        let usable = invitation.draft.message.contacts.limited(to: settings.site.channels(in: creator.market))
        return usable.isEmpty ? .contactRequired : nil
    }
}
