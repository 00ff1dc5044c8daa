public import Foundation

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
    /// The store: the one file that cannot be made again.
    public var storeFile: URL { privateFolder.appending(path: "plaza.sqlite") }

    var lockFile: URL { privateFolder.appending(path: "build.lock") }
    var stampFile: URL { catalogueFolder.appending(path: "build.stamp") }
}
