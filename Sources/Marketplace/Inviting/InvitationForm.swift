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
        public let reason: Reason

        public init(field: String, rule: InvitationRule, _ reason: Reason) {
            (self.field, self.rule, self.reason) = (field, rule, reason)
        }

        /// What is wrong; `Pages` says it in words.
        public enum Reason: Hashable, Sendable {
            /// The form showed another company than the one that invites.
            case otherCompany(String)
            case purposeMissing(company: String, choices: [Purpose])
            case purposeNotAllowed(company: String, purpose: String, choices: [Purpose])
            case messageMissing
            case tooManyCharacters(Int)
            case tooManyWords(Int)
            case unknownVariables([String])
            case contactMissing
            case noAddress(String, on: ContactChannel)
            case creatorMissing
            /// The creator is not in the company's catalogue.
            case creatorNotListed(String)
            case templateNameMissing
            case templateNameTaken
            case noLanguage(String)
            case noMarket
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
        return Fault(field: "company", rule: .purposeNotAllowed, .otherCompany(company.name))
    }

    private func chosenPurpose(of company: Company) -> (Purpose?, Fault?) {
        func fault(_ reason: Fault.Reason) -> (Purpose?, Fault?) {
            (nil, Fault(field: "purpose", rule: .purposeNotAllowed, reason))
        }
        guard let purpose, !purpose.isEmpty else {
            if company.purposes.count == 1 { return (company.purposes[0], nil) }
            return fault(.purposeMissing(company: company.name, choices: company.purposes))
        }
        guard let chosen = Purpose(rawValue: purpose), company.purposes.contains(chosen) else {
            return fault(.purposeNotAllowed(company: company.name, purpose: purpose, choices: company.purposes))
        }
        return (chosen, nil)
    }

    /// What must be changed in a message, whoever reads it: that it is there, its length, and names that are no variable.
    public static func faults(ofMessage message: String, wordCount: (String) -> Int) -> [Fault] {
        guard message.showsSomething else {
            return [Fault(field: "message", rule: .messageRequired, .messageMissing)]
        }
        let lengthFaults = lengthFaults(message, wordCount: wordCount)
        // What is far too long is no message: nothing in it is worth looking for.
        guard message.unicodeScalars.count <= characterLimit else { return lengthFaults }
        let unknown = MessageText(message).unknownNames
        guard !unknown.isEmpty else { return lengthFaults }
        return lengthFaults + [Fault(field: "message", rule: .variableUnresolved, .unknownVariables(Array(unknown)))]
    }

    /// What must be taken out of a message so that it is no longer than SPEC I1 allows.
    public static func lengthFaults(_ message: String, wordCount: (String) -> Int) -> [Fault] {
        let length = message.unicodeScalars.count
        guard length <= Self.characterLimit else {
            return [Fault(field: "message", rule: .messageTooLong, .tooManyCharacters(length))]
        }
        let count = wordCount(message)
        guard count > Self.wordLimit else { return [] }
        return [Fault(field: "message", rule: .messageTooLong, .tooManyWords(count))]
    }

    private var contactFaults: [Fault] {
        if contacts.isEmpty {
            return [Fault(field: "contact", rule: .contactRequired, .contactMissing)]
        }
        return contacts.entries().filter { !$0.channel.accepts($0.address) }.map { channel, address in
            Fault(field: channel.rawValue, rule: .contactRequired, .noAddress(address, on: channel))
        }
    }
}
