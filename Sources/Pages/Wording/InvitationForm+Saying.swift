public import Marketplace

extension InvitationForm.Fault {
    /// What must be changed, in a sentence or two.
    public var detail: Saying { Saying { $0.detail(of: self) } }
}

extension Wording {
    fileprivate func detail(of fault: InvitationForm.Fault) -> String {
        switch fault.reason {
        case .otherCompany(let name): self(.faultCompany, ["company": name])
        case .purposeMissing(let company, let choices):
            self(.faultPurposeMissing, ["company": company, "choices": either(choices)])
        case .purposeNotAllowed(let company, let purpose, let choices):
            self(.faultPurpose, ["company": company, "purpose": purpose, "choices": either(choices)])
        case .messageMissing: self(.faultMessageMissing)
        case .tooManyCharacters(let count):
            self(.faultMessageCharacters, ["count": String(count), "limit": String(InvitationForm.characterLimit)])
        case .tooManyWords(let count): tooManyWords(count, limit: InvitationForm.wordLimit)
        case .unknownVariables(let names): unknownVariables(names)
        case .contactMissing: self(.faultContactMissing)
        case .noAddress(let address, let channel):
            self(.faultContactAddress, ["address": address, "channel": self[channel], "example": example(of: channel)])
        case .creatorMissing: self(.faultCreatorMissing)
        case .creatorNotListed(let name): self(.refusalNotListed, ["name": name])
        case .templateNameMissing:
            self(.faultTemplateName, ["count": String(MessageTemplate.Content.longestName)])
        case .templateNameTaken: self(.faultTemplateNameTaken)
        case .noLanguage(let language): self(.faultTemplateLanguage, ["language": language])
        case .noMarket: self(.faultTemplateMarket)
        }
    }

    private func tooManyWords(_ count: Int, limit: Int) -> String {
        self(.faultMessageWords, ["count": String(count), "limit": String(limit), "excess": String(count - limit)])
    }

    /// Names five of them at most.
    private func unknownVariables(_ names: [String]) -> String {
        let known = Self.braced(MessageVariable.allCases.map(\.rawValue))
        let named = Self.braced(names.prefix(5))
        if names.count > 5 {
            return self(.faultVariableMore, ["names": named, "count": String(names.count - 5), "known": known])
        }
        return self(names.count == 1 ? .faultVariableOne : .faultVariableMany, ["names": named, "known": known])
    }

    private static func braced(_ names: some Sequence<String>) -> String {
        names.map { "{{\($0)}}" }.joined(separator: ", ")
    }

    private func either(_ choices: [Purpose]) -> String {
        let names = choices.map { "'\($0.rawValue)'" }
        return names.count == 2 ? self(.choiceEither, ["first": names[0], "second": names[1]]) : names.joined(separator: ", ")
    }

    private func example(of channel: ContactChannel) -> String {
        switch channel {
        case .email: "name@example.com"
        case .line: self(.exampleLine)
        case .whatsapp, .phone, .zalo, .viber: "+62 812 0000 0000"
        }
    }
}
