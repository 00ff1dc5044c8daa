import Catalogue
public import Foundation
public import Marketplace

/// Where a site keeps what is made from it.
public struct SiteFolders: Sendable {
    public let site: URL
    /// What everyone may see; served, or copied to any host.
    public let output: URL

    /// - Parameter output: nil for `public/` inside the site.
    public init(site: URL, output: URL? = nil) {
        self.site = site
        self.output = output ?? Self.ownOutput(of: site)
    }

    private static func ownOutput(of site: URL) -> URL { site.appending(path: "public") }

    /// Whether the output is `public/` inside the site.
    var hasOwnOutput: Bool { output.standardizedFileURL.path == Self.ownOutput(of: site).standardizedFileURL.path }

    /// What only members may see.
    public var privateFolder: URL { site.appending(path: "private") }
    /// Derived data for the server; may be deleted, the next build makes it again.
    public var catalogueFolder: URL { privateFolder.appending(path: "catalogue") }
    /// Every creator in full, for `CreatorDirectory`.
    public var directoryFile: URL { catalogueFolder.appending(path: "creators.jsonl") }
    /// The tables that queries are answered from, one a market.
    public var tableFolder: URL { catalogueFolder.appending(path: "tables") }
    /// The table of a market.
    public func tableFile(of market: Market) -> URL { tableFolder.appending(path: "\(market.rawValue).table") }
    /// The store: the one file that cannot be made again.
    public var storeFile: URL { privateFolder.appending(path: "plaza.sqlite") }

    var lockFile: URL { privateFolder.appending(path: "build.lock") }
    var stampFile: URL { catalogueFolder.appending(path: "build.stamp") }
    /// What the last build wrote, and from what.
    var memoryFile: URL { catalogueFolder.appending(path: "build.memory") }
    /// What was read of the lines of files of creators.
    public var lineMemoryFile: URL { catalogueFolder.appending(path: "lines.memory") }
    /// A copy of the catalogue in place, for the next build to begin with.
    var mirrorFolder: URL { catalogueFolder.appending(path: "next") }

    /// Takes away what is kept of lines, also what a killed build left of it. Waits for a build that runs, which would write
    /// it again.
    public func removeLineMemory() throws {
        guard FileManager.default.fileExists(atPath: privateFolder.path) else { return }
        let lock = try ProcessLock(at: lockFile, waits: true)
        try LineMemory.remove(lineMemoryFile)
        _ = consume lock
    }
}
