/// What came in from a member who wants to invite, before it is checked.
public struct InvitationForm: Hashable, Sendable {
    /// As written; the first of two equal ones counts.
    public var creators: [String]
    public var purpose: String?
    /// The slug of the company whose information the form showed, where it showed one.
    public var company: String?
    public var message: String
    public var contacts: ContactDetails

    public init(
        creators: [String], purpose: String?, company: String? = nil, message: String, contacts: ContactDetails
    ) {
        self.creators = creators
        self.purpose = purpose
        self.company = company
        self.message = message
        self.contacts = contacts
    }

    /// Words that a message may have (SPEC I1).
    public static let wordLimit = 500

    /// Code points that a message may have: far above 500 words of any language, and below what is no message any more.
    public static let characterLimit = 20_000

    /// A field that must be changed before anything can be sent.
    public struct Fault: Hashable, Sendable {
        public let field: String
        public let rule: InvitationRule
        public let detail: String

        public init(field: String, rule: InvitationRule, detail: String) {
            (self.field, self.rule, self.detail) = (field, rule, detail)
        }
    }

    public enum Outcome: Hashable, Sendable {
        case ready(InvitationMessage)
        /// One at least, in the order of the fields.
        case faulty([Fault])
    }

    /// Checks what does not depend on the creator (SPEC I1): purpose, message and the shape of the contacts.
    ///
    /// - Parameter wordCount: counts words by UAX #29, with dictionaries for scripts without spaces.
    public func checked(for company: Company, wordCount: (String) -> Int) -> Outcome {
        if let fault = companyFault(company) { return .faulty([fault]) }
        let (purpose, purposeFault) = chosenPurpose(of: company)
        let faults =
            [purposeFault].compactMap { $0 } + Self.faults(ofMessage: message, wordCount: wordCount) + contactFaults
        guard faults.isEmpty, let purpose else { return .faulty(faults) }
        return .ready(InvitationMessage(purpose: purpose, text: message, contacts: contacts))
    }

    /// SPEC I4: what the creator will see of the company is shown before anything is sent.
    private func companyFault(_ company: Company) -> Fault? {
        guard let shown = self.company, shown != company.slug.text else { return nil }
        return Fault(
            field: "company", rule: .purposeNotAllowed,
            detail: "You invite for \(company.name): check what the creator will see of it, then send."
        )
    }

    private func chosenPurpose(of company: Company) -> (Purpose?, Fault?) {
        func fault(_ detail: String) -> (Purpose?, Fault?) {
            (nil, Fault(field: "purpose", rule: .purposeNotAllowed, detail: detail))
        }
        let choices = company.purposes.map { "'\($0.rawValue)'" }.joined(separator: " or ")
        guard let purpose, !purpose.isEmpty else {
            if company.purposes.count == 1 { return (company.purposes[0], nil) }
            return fault("\(company.name) has both roles, so an invitation needs its purpose: choose \(choices).")
        }
        guard let chosen = Purpose(rawValue: purpose), company.purposes.contains(chosen) else {
            return fault("\(company.name) cannot invite for '\(purpose)': choose \(choices).")
        }
        return (chosen, nil)
    }

    /// What must be changed in a message, whoever reads it: that it is there, its length, and names that are no variable.
    public static func faults(ofMessage message: String, wordCount: (String) -> Int) -> [Fault] {
        guard message.showsSomething else {
            let detail = "Write a message: it is what the creator decides by."
            return [Fault(field: "message", rule: .messageRequired, detail: detail)]
        }
        let lengthFaults = lengthFaults(message, wordCount: wordCount)
        // What is far too long is no message: nothing in it is worth looking for.
        guard message.unicodeScalars.count <= characterLimit else { return lengthFaults }
        let unknown = MessageText(message).unknownNames
        guard !unknown.isEmpty else { return lengthFaults }
        let known = MessageVariable.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
        let named = unknown.prefix(5).map { "{{\($0)}}" }.joined(separator: ", ")
        let more =
            unknown.count > 5
            ? " and \(unknown.count - 5) more are no variables" : unknown.count > 1 ? " are no variables" : " is no variable"
        let detail = "\(named)\(more): take out what is none, or use one of \(known)."
        return lengthFaults + [Fault(field: "message", rule: .variableUnresolved, detail: detail)]
    }

    /// What must be taken out of a message so that it is no longer than SPEC I1 allows.
    public static func lengthFaults(_ message: String, wordCount: (String) -> Int) -> [Fault] {
        let length = message.unicodeScalars.count
        guard length <= Self.characterLimit else {
            let detail = "The message has \(length) characters; \(Self.characterLimit) are allowed. Shorten it."
            return [Fault(field: "message", rule: .messageTooLong, detail: detail)]
        }
        let count = wordCount(message)
        guard count > Self.wordLimit else { return [] }
        let excess = count - Self.wordLimit
        let detail = "The message has \(count) words; \(Self.wordLimit) are allowed. Take out \(excess)."
        return [Fault(field: "message", rule: .messageTooLong, detail: detail)]
    }

    private var contactFaults: [Fault] {
        if contacts.isEmpty {
            let detail = "Give one contact at least, so that a creator who is interested can reach you."
            return [Fault(field: "contact", rule: .contactRequired, detail: detail)]
        }
        return contacts.entries().filter { !$0.channel.accepts($0.address) }.map { channel, address in
            let wanted = channel == .email ? "name@example.com" : channel == .line ? "a Line id" : "+62 812 0000 0000"
            let detail = "'\(address)' is no address on \(channel.name): write it like \(wanted)."
            return Fault(field: channel.rawValue, rule: .contactRequired, detail: detail)
        }
    }
}
