import Marketplace

extension Site {
    /// Where a link to a creator's page leads, below the top of the site.
    func link(to creator: Username) -> String {
        switch creatorPages {
        case .files: CreatorPage.path(of: creator)
        case .chunks: CreatorShellPage.file + "?name=" + creator.text
        }
    }

    /// The absolute address of what stands at a path below the top of the site, a folder's page as the folder; nil where the
    /// site does not say where it will be published.
    func address(of path: String) -> String? {
        guard let baseURL else { return nil }
        let isFolder = path == "index.html" || path.hasSuffix("/index.html")
        return baseURL + "/" + (isFolder ? String(path.dropLast("index.html".count)) : path)
    }
}
