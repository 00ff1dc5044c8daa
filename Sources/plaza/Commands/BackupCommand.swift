import ArgumentParser
import Foundation
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the store into a file, while the server runs.",
        discussion: """
            The store is the one file that cannot be made again. The key of the links to inboxes is not in it: keep a copy of \
            private/inbox.key in another place.
            """)

    @Argument(help: "The file to write; replaced where it is a backup already.")
    var file: String

    @OptionGroup var option: SiteOption

    func run() async throws {
        try await option.withStore { store in
            try await store.backUp(to: URL(filePath: file))
            Console.result("backed up to \(file)")
        }
    }
}
