import Foundation
import Marketplace
import Pages
import Store

/// What would become of picked creators who were invited at this moment (SPEC I6).
struct InviteForecast: Sendable {
    let entries: [BulkPreview.Entry]
    let quota: InvitationQuota

    init(_ candidates: [InviteCandidate], _ forecast: InvitationForecast) {
        var place = 0
        var left = forecast.quota.left
        var entries: [BulkPreview.Entry] = []
        entries.reserveCapacity(candidates.count)
        for candidate in candidates {
            guard let creator = candidate.creator else {
                entries.append(.init(username: candidate.name, nickname: candidate.name, market: nil, fate: .notListed))
                continue
            }
            let fate = Self.fate(forecast.refusals[place], isQueued: forecast.isQueued[place], &left, forecast.quota)
            place += 1
            entries.append(
                .init(
                    username: creator.username.text, nickname: creator.nickname, market: creator.market, fate: fate))
        }
        self.entries = entries
        quota = forecast.quota
    }

    private static func fate(
        _ refusal: Refusal?, isQueued: Bool, _ left: inout Int, _ quota: InvitationQuota
    ) -> BulkPreview.Fate {
        switch refusal?.rule {
        case .optedOut: return .optedOut
        case .creatorCooldown where isQueued: return .queued
        case .creatorCooldown: return .coolingDown(until: refusal?.until ?? quota.resets)
        default: break
        }
        guard left > 0 else { return isQueued ? .queued : .overLimit(until: quota.resets) }
        left -= 1
        return .sendable
    }

    var json: JSONValue {
        let creators = entries.map { entry in
            JSONValue.members([
                "creator": .string(entry.username), "nickname": .string(entry.nickname),
                "outcome": .string(entry.fate.key), "until": .string(entry.fate.until?.rfc3339),
            ])
        }
        let counts = BulkPreview.Fate.keys.map { key in
            (key: key, value: JSONValue.integer(entries.count { $0.fate.key == key }))
        }
        return .members(["creators": .array(creators), "counts": .object(counts), "quota": InviteAnswer.json(quota)])
    }
}
