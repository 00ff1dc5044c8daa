import Foundation
import Hummingbird
import Marketplace
import Pages
import Store

/// `POST /message/preview`: a message as the creator will see it, and what must be changed in it (SPEC I5). Keeps nothing.
struct MessageRoute: Sendable {
    let settings: ServerSettings
    let gate: MemberGate
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        router.post("message/preview") { request, state in try await preview(request, state) }
    }

    /// Variables are filled in for the creator who is named; without one they stay as they are.
    private func preview(_ request: Request, _ state: RequestState) async throws -> Response {
        let fields = ["message", "creator"]
        return try await gate.post(request, state, fields: fields, byteLimit: InviteFields.byteLimit) { form, admission in
            let text = form.text("message") ?? ""
            guard text.unicodeScalars.count <= InvitationForm.characterLimit else {
                throw Problem.unprocessable(
                    Saying(.detailMessageLimit, ["count": String(InvitationForm.characterLimit)]), mend: Saying(.mendShorten))
            }
            let shown = try filled(text, for: form.text("creator"), admission.company)
            let faults = text.isEmpty ? [] : InvitationForm.faults(ofMessage: text, wordCount: settings.wordCount)
            return Answer.json(
                .members([
                    "html": .string(MessagePreview.html(of: shown)), "words": .integer(settings.wordCount(text)),
                    "limit": .integer(InvitationForm.wordLimit),
                    "faults": .array(faults.map { .string(settings.renderer.words($0.detail)) }),
                ]))
        }
    }

    private func filled(_ text: String, for name: String?, _ company: Company) throws -> String {
        guard let creator = try name.flatMap({ try lookup.open($0, to: company) }).map(PublicCreator.init) else { return text }
        let categories = settings.site.categories(in: creator.market)
        let values = MessageValues(creator: creator, company: company, categories: categories)
        return (try? MessageText(text).filled(with: values)) ?? text  // the faults name what has no value
    }
}
