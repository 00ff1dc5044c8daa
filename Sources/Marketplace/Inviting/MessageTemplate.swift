public import Foundation

/// A message that a company keeps by name, with variables (SPEC I7).
public struct MessageTemplate: Hashable, Sendable {
    public let id: UUID
    public let company: Slug
    public let content: Content
    /// The e-mail address of the member who changed it last.
    public let member: String
    public let changed: Date

    public init(id: UUID, company: Slug, content: Content, member: String, changed: Date) {
        (self.id, self.company, self.content) = (id, company, content)
        (self.member, self.changed) = (member, changed)
    }

    /// What its author decides.
    public struct Content: Hashable, Sendable {
        /// One line; two templates of a company differ in it, whatever the case.
        public let name: String
        /// Where it is meant for; nil for every market.
        public let market: Market?
        /// The language it is written in (BCP 47); nil where it is not said.
        public let language: String?
        /// Markdown with variables.
        public let text: String

        public init(name: String, market: Market? = nil, language: String? = nil, text: String) {
            (self.name, self.market, self.language, self.text) = (name, market, language, text)
        }

        /// Characters that a name may have.
        public static let longestName = 80

        /// What must be changed before it can be kept, by field; empty where nothing must.
        public func faults(wordCount: (String) -> Int) -> [InvitationForm.Fault] {
            [nameFault, languageFault].compactMap { $0 } + InvitationForm.faults(ofMessage: text, wordCount: wordCount)
        }

        private var nameFault: InvitationForm.Fault? {
            guard !ShortName.accepts(name, longest: Self.longestName) else { return nil }
            return InvitationForm.Fault(field: "name", rule: .messageRequired, .templateNameMissing)
        }

        private var languageFault: InvitationForm.Fault? {
            guard let language, language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil else { return nil }
            return InvitationForm.Fault(field: "language", rule: .messageRequired, .noLanguage(language))
        }
    }
}
