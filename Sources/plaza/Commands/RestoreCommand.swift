import ArgumentParser
import Foundation
import SiteGenerator
import Store

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of the store.",
        discussion: """
            Stop the server first: one that runs refuses to write into a store that was replaced. A damaged backup changes \
            nothing. Who was erased since the backup was made is erased again.
            """)

    @Argument(help: "A file that 'plaza backup' wrote.")
    var file: String

    @OptionGroup var option: SiteOption

    func run() async throws {
        try await Console.explaining {
            let workspace = option.workspace
            try workspace.assertSite()
            let done = try await Store.restore(URL(filePath: file), to: workspace.folders.storeFile, at: Date())
            Console.result("restored from \(file)")
            if let kept = done.kept { Console.result("the store that was there is kept as \(kept.lastPathComponent)") }
            if done.erasedAgain > 0 { Console.result("\(done.erasedAgain) creators were erased since, and are again") }
            if !done.knowsErasures {
                Console.progress(
                    "warning: the store that was there could not be read, so who was erased since the backup is not known; erase "
                        + "them again")
            }
        }
    }
}
