import Foundation
import Marketplace

/// The creators of the last build, looked up where the build wrote them. A new build is seen at the next look.
struct DirectoryFile: Sendable {
    private let file: ReplacedFile<CreatorDirectory>

    init(_ url: URL) {
        file = ReplacedFile(url) { CreatorDirectory(try Data(contentsOf: $0, options: .alwaysMapped)) }
    }

    /// The creator of that name; nil where there is none.
    func creator(_ username: Username) throws -> Creator? { try file.content().creator(username) }
}
