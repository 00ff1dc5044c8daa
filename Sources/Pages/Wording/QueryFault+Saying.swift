public import Marketplace

extension QueryFault {
    /// What is wrong, in a sentence.
    public var detail: Saying { Saying { detail(in: $0) } }
    /// What to write instead, in a sentence.
    public var mend: Saying { Saying { mend(in: $0) } }

    private func detail(in words: Wording) -> String {
        switch reason {
        case .unknownParameter(let name, _): words(.queryNoParameter, ["name": name])
        case .repeated(let count): words(.queryRepeated, ["name": parameter, "count": String(count)])
        case .marketMissing: words(.queryMarketMissing)
        case .noMarket(let text, _): words(.queryMarketUnknown, ["value": text])
        case .otherMarket(let address, let market):
            words(.queryMarketOther, ["address": address.rawValue, "market": market.rawValue])
        case .noCategory(let text, let market, _): words(.queryCategory, ["value": text, "market": words[market]])
        case .noValue(let text, _), .noCount(let text, _): words(.queryValue, ["value": text, "name": parameter])
        case .noNumber(let text): words(.queryNumber, ["value": text, "name": parameter])
        case .controlCharacter: words(.queryControl)
        case .noLetters(let text): words(.queryLetters, ["value": text])
        }
    }

    private func mend(in words: Wording) -> String {
        switch reason {
        case .unknownParameter(_, let known):
            words(.queryNoParameterMend, ["names": known.joined(separator: ", ")])
        case .repeated: words(.queryRepeatedMend)
        case .marketMissing(let known), .noMarket(_, let known):
            words(.queryOneOfMend, ["names": known.map(\.rawValue).joined(separator: ", ")])
        case .otherMarket: words(.queryMarketOtherMend)
        case .noCategory(_, _, let examples):
            words(.queryCategoryMend, ["examples": examples.map(\.text).joined(separator: ", ")])
        case .noValue(_, let known): words(.queryOneOfMend, ["names": known.joined(separator: ", ")])
        case .noNumber: words(.queryNumberMend)
        case .noCount(_, let range):
            words(.queryCountMend, ["from": String(range.lowerBound), "to": String(range.upperBound)])
        case .controlCharacter: words(.queryControlMend)
        case .noLetters: words(.queryLettersMend)
        }
    }
}
