import Foundation
import Hummingbird
import Marketplace
import Pages

/// The fields of `POST /invite` and of its preview.
struct InviteFields: Sendable {
    let form: InvitationForm
    /// Names a template whose text stands in for an empty message.
    let template: UUID?
    /// Whether what a limit forbids waits.
    let queues: Bool
    /// The key of the request, where it has one.
    let key: String?

    /// A thousand creators and the longest message, percent-encoded.
    static let byteLimit = 512 * 1024

    private static let names =
        ["creator", "purpose", "company", "message", "template", "queue", "submission"]
        + ContactChannel.allCases.map(\.rawValue)

    /// - Throws: `Problem` 422 for an unknown field, and for values that are none.
    init(_ submitted: SubmittedForm, _ request: Request) throws(Problem) {
        try submitted.allowOnly(Self.names, repeatable: "creator")
        var contacts = ContactDetails()
        for channel in ContactChannel.allCases { contacts[channel] = submitted.text(channel.rawValue) }
        form = InvitationForm(
            creators: Self.distinct(submitted.all("creator")), purpose: submitted.text("purpose"),
            company: submitted.text("company"), message: submitted.text("message") ?? "", contacts: contacts)
        queues = try submitted.flag("queue")
        key = try submitted.submissionKey(of: request)
        template = try submitted.templateKey()
    }

    /// The first of two names that differ in case only counts.
    static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    }
}

extension SubmittedForm {
    /// A field that says yes or no; absent means no.
    ///
    /// - Throws: `Problem` 422 for another value.
    func flag(_ name: String) throws(Problem) -> Bool {
        switch text(name) {
        case nil, "false": return false
        case "true": return true
        case let value?: throw .unprocessable(Saying(.detailNoValue, ["value": value, "name": name]), mend: Saying(.mendFlag))
        }
    }

    /// The key of a template, where one is named.
    ///
    /// - Throws: `Problem` 422 where it is no key.
    func templateKey() throws(Problem) -> UUID? {
        guard let text = text("template") else { return nil }
        guard let id = UUID(uuidString: text) else { throw .unprocessable(Saying(.detailNoTemplateKey, ["value": text])) }
        return id
    }

    /// By what a repeated request is known again: the field `submission` of a form, or the header `Idempotency-Key`.
    ///
    /// - Throws: `Problem` 422 where it is no key.
    func submissionKey(of request: Request) throws(Problem) -> String? {
        guard let name = HTTPFieldNames.idempotencyKey else { return nil }
        guard let key = request.headers[name] ?? text("submission") else { return nil }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw .unprocessable(Saying(.detailNoKey), mend: Saying(.mendKey))
        }
        return key
    }
}
