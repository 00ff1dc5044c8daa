import Foundation
import Logging
import Marketplace
import Pages
import ServiceLifecycle
import Store

/// Hands invitations over to the mail command where the site has one (SPEC N4).
///
/// What is to be sent stands in the store. A mail is claimed in one transaction and handed over after that: of any number of
/// servers one sends it, and where that one is killed in between, nobody sends it again.
struct MailRoom: Service {
    let settings: ServerSettings
    let lookup: CreatorLookup
    let logger: Logger

    private static let pause = Duration.seconds(1)
    /// Seconds until the next try, by the number of tries; after the last a mail has failed.
    private static let delays: [TimeInterval] = [2, 60, 600, 3_600, 6 * 3_600]

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await settings.store.setMailing(settings.site.correspondence.mail != nil, at: settings.now())
            } catch {
                logger.error("the outbox could not be set up", metadata: ["error": "\(error)"])
            }
            while !Task.isCancelled {
                do {
                    if let mail = settings.site.correspondence.mail, try await sendNext(by: mail) { continue }
                } catch is CancellationError {
                    return
                } catch {
                    // The next round tries again.
                    logger.error("a mail could not be sent", metadata: ["error": "\(error)"])
                }
                // Sleeping ends early only when the server does.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Hands the mail over that is due first.
    ///
    /// - Returns: false where none is.
    func sendNext(by mail: MailSettings) async throws -> Bool {
        guard let claimed = try await settings.store.claimMail(now: settings.now) else { return false }
        // What was claimed is brought to its end, even where the server is told to end meanwhile.
        try await Task { try await finish(claimed, by: mail) }.value
        return true
    }

    private func finish(_ claimed: ClaimedMail, by mail: MailSettings) async throws {
        let outcome: MailOutcome
        switch try await message(for: claimed.invitation, from: mail.sender) {
        case .failure(let reason): outcome = .cancelled(reason.text)
        case .success(let message):
            switch await MailCommand(command: mail.command).run(message) {
            case .taken: outcome = .sent
            case .refused(let code): outcome = retry(claimed, "the mail command ended with \(code)")
            case .notStarted: outcome = retry(claimed, "the mail command could not be started")
            }
        }
        try await settings.store.finishMail(claimed.invitation.id, outcome, at: settings.now())
    }

    private func retry(_ claimed: ClaimedMail, _ fault: String) -> MailOutcome {
        guard claimed.attempts <= Self.delays.count else { return .failed(fault) }
        return .retry(at: settings.now() + Self.delays[claimed.attempts - 1], fault: fault)
    }

    /// Why there is nothing to send.
    private struct Reason: Error { let text: String }

    private func message(for invitation: Invitation, from sender: String) async throws -> Result<[UInt8], Reason> {
        guard invitation.state == .sent || invitation.state == .seen else { return .failure(Reason(text: "answered before")) }
        let stopped = try await settings.store.optOuts(of: invitation.creator)
        guard !stopped.holds(for: invitation.company) else { return .failure(Reason(text: "stopped by the creator")) }
        guard let creator = try lookup.known(invitation.creator), let address = creator.contacts[.email] else {
            return .failure(Reason(text: "no e-mail address is known"))
        }
        guard MIMEMessage.canCarry(address), MIMEMessage.canCarry(sender) else {
            return .failure(Reason(text: "the address cannot be written in a mail"))
        }
        guard let base = settings.site.serverURL,
            let token = try await settings.store.inboxes(of: [invitation.creator], key: settings.inboxKey)[
                invitation.creator.folded]
        else { return .failure(Reason(text: "the site has no server_url")) }
        let company = settings.renderer.companies.first { $0.slug == invitation.company }?.name ?? invitation.company.text
        let link = InboxLinks.address(of: token, base: base)
        let mail = InvitationMail(
            invitation, company: company, link: link, stopLink: link + "/unsubscribe/" + invitation.company.text,
            phrases: settings.renderer.phrases(in: Language(of: invitation.market)))
        return .success(bytes(of: mail, invitation, to: address, from: sender, named: company, stop: link))
    }

    private func bytes(
        of mail: InvitationMail, _ invitation: Invitation, to address: String, from sender: String, named company: String,
        stop link: String
    ) -> [UInt8] {
        var message = MIMEMessage(
            plain: mail.plain(site: settings.site), html: settings.renderer.html(of: mail), boundary: "=_\(invitation.id)")
        message.add("From", address: sender, named: company)
        message.add("To", address: address)
        message.add("Subject", text: mail.subject)
        message.addDate(settings.now())
        let host = sender.split(separator: "@").last ?? "localhost"
        message.add("Message-ID", "<\(invitation.id)@\(host)>")
        message.add("Content-Language", mail.language)
        message.add("Auto-Submitted", "auto-generated")
        message.add("List-Unsubscribe", "<\(link)/unsubscribe/\(invitation.company)>")
        message.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        return message.bytes
    }
}
