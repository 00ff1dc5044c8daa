import ArgumentParser
import Foundation
import Marketplace

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes the folder of a new site with a file of each kind to fill in."
    )

    @Argument(help: "The folder to make.")
    var folder: String

    func run() async throws {
        try await Console.explaining {
            let url = URL(filePath: folder, directoryHint: .isDirectory)
            let present = try? FileManager.default.contentsOfDirectory(atPath: url.path)  // none: not there yet
            guard present?.isEmpty ?? true else {
                throw ValidationError("'\(folder)' is there already and not empty. Name a new folder.")
            }
            for (path, text) in Self.files {
                let file = url.appending(path: path)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            Console.result("made \(folder): site.yaml, companies/my-agency.md, creators/creators.csv, .gitignore")
            Console.result("next: fill them in, or bring a file of creators: plaza import FILE --site \(folder) --market ID")
            Console.result("then: plaza serve \(folder)")
        }
    }

    private static let files = [
        (".gitignore", "public/\nprivate/\n"),
        (
            "site.yaml",
            """
            # The name that stands on every page, and the company that the site belongs to (companies/my-agency.md).
            name: My creators
            company: my-agency

            # The time zone that the day of the invitation limits is counted in.
            time_zone: Asia/Jakarta

            # The markets that are shown: GB, ID, MY, VN, TH, PH, SG. Without this line, all of them.
            markets: [ID]

            # Where the catalogue is published, for canonical links, previews, the sitemap, feeds, and the page of lost addresses.
            # base_url: https://creators.example.com

            # Your colour, how round corners are (0 to 2), and a logo in templates/assets/.
            # look: {accent: "#b5411f", radius: 0.875, logo: logo.svg}

            # Keeps the site out of search engines.
            # search_engines: false

            # Writes texts compressed too, for hosts that hand these out.
            # precompress: [br, gz]

            # One file for the pages of many creators: for catalogues of more creators than a host takes files.
            # creator_pages: chunks

            # Where pages that live on another host send contact and invitation forms to.
            # server_url: http://127.0.0.1:8080

            # More keys, each with what is built in: cards a page, your own categories, contact channels by market, and the
            # constants of score and labels. Take the '#' away to change one.
            # page_size: 24
            # categories: [Health, Beauty & Personal Care]
            # contact_channels: {GB: [email, phone]}
            # score_markets: [ID]
            # score_weights: {gmv: 0.30, video_views_avg: 0.15, completion_rate: 0.15, videos: 0.10, lives: 0.10,
            #                 live_viewers_avg: 0.10, live_view_seconds_avg: 0.10}
            # thresholds: {score_known_inputs: 4, posts_frequently: 12, posts_frequently_quantile: 0.75,
            #              quick_to_respond_hours: 24, reliable_with_samples: 0.8, reliable_deviations: 0.5}

            # Days after which an invitation that nobody answered ends, on what contact details are kept, and how long the
            # history is (without a line, for good). With a mail command invitations go out by mail too.
            # invitation_days: 30
            # contact_basis: legitimate interest
            # retention: {invitation_days: 730, reveal_days: 730}
            # mail: {command: [/usr/sbin/sendmail, -t, -i], from: invitations@example.com}

            """
        ),
        (
            "companies/my-agency.md",
            """
            ---
            name: My agency
            # mcn manages creators, affiliate_partner matches products with creators; one of them, or both.
            roles: [mcn]
            markets: [ID]
            service: Creator management
            category: Beauty & Personal Care
            address: Jakarta
            account_manager: The person who corrects this page
            # Shown to a creator who is interested, and to nobody before.
            contacts:
              email: hello@my-agency.example
            ---

            What you do for creators, in a few sentences. Creators read this before they answer.

            """
        ),
        (
            "creators/creators.csv",
            CreatorColumn.allCases.map(\.rawValue).joined(separator: ",") + "\n"
        ),
    ]
}
