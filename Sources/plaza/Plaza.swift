import ArgumentParser

/// The command line. Exit codes: 0 done, 1 faults in the input or a failure, 64 a call that cannot be understood.
@main
struct Plaza: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plaza",
        abstract: "Publishes a creator marketplace, and serves its private half: contacts and invitations.",
        version: Self.version,
        subcommands: [
            InitCommand.self, ImportCommand.self, CheckCommand.self, BuildCommand.self, ServeCommand.self,
            QueryCommand.self, ExportCommand.self, MemberCommand.self, TokenCommand.self,
            InboxCommand.self, EraseCommand.self, BackupCommand.self, RestoreCommand.self,
        ]
    )

    static let version = "0.1.0"
}
