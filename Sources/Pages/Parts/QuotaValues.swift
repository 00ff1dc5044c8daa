import Marketplace
import Templating

/// What is left of the day, for a signed-in member.
enum QuotaValues {
    static let shape: TemplateShape = ["left": .text, "limit": .text, "used": .text, "resets_text": .text]

    static func values(of quota: InvitationQuota, in frame: PageFrame) -> TemplateRecord {
        [
            "left": .text(NumberText.exact(quota.left)), "limit": .text(NumberText.exact(quota.limit)),
            "used": .text(NumberText.exact(quota.used)),
            "resets_text": .text(frame.text(of: quota.resets)),
        ]
    }
}
