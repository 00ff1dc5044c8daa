import Foundation
import Marketplace
import Yams

/// Reads from `site.yaml` how the site keeps up with its creators: `invitation_days`, `mail`, `contact_basis`, `retention`.
enum CorrespondenceReader {
    private static let mailKeys = ["command", "from"]
    private static let retentionKeys = ["invitation_days", "reveal_days"]

    static func read(_ yaml: inout YAMLFile) -> Correspondence {
        var read = Correspondence.standard
        if let entry = yaml.entry("invitation_days"), let days = days(entry, &yaml) { read.invitationLifetime = days }
        if let basis = yaml.text("contact_basis") { read.contactBasis = basis }
        read.mail = mail(&yaml)
        for entry in yaml.members(of: "retention", among: retentionKeys) {
            let days = days(entry, &yaml)
            if entry.key == "invitation_days" { read.retention.invitations = days } else { read.retention.reveals = days }
        }
        return read
    }

    private static func mail(_ yaml: inout YAMLFile) -> MailSettings? {
        guard let whole = yaml.entry("mail") else { return nil }
        var (command, sender): ([String], String?) = ([], nil)
        for entry in yaml.members(of: "mail", among: mailKeys) {
            if entry.key == "command" { command = yaml.texts(entry).map(\.text) } else { sender = yaml.text(entry) }
        }
        guard let program = command.first, program.hasPrefix("/") else {
            yaml.tell(
                .yamlValue, at: whole.position, "'mail' names no command",
                fix: "write 'command: [/usr/sbin/sendmail, -t, -i]' below it")
            return nil
        }
        guard let sender, ContactChannel.email.accepts(sender) else {
            yaml.tell(
                .yamlValue, at: whole.position, "'mail' says not who it is from", fix: "write 'from: name@example.com' below it"
            )
            return nil
        }
        if yaml.text("server_url") == nil {
            yaml.tell(
                .yamlValue, at: whole.position, "mails hold links, and the site has no 'server_url'",
                fix: "write 'server_url: https://…', where creators reach this server")
        }
        return MailSettings(command: command, sender: sender)
    }

    private static func days(_ entry: YAMLEntry, _ yaml: inout YAMLFile) -> TimeInterval? {
        let text = yaml.text(entry) ?? ""
        if let days = Int(text), (1...36_500).contains(days) { return TimeInterval(days) * 86_400 }
        yaml.tell(.yamlValue, at: entry.position, "'\(entry.key)' holds \(text.quoted)", fix: "write a whole number of days")
        return nil
    }
}
