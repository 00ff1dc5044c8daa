import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import Pages
import SiteGenerator
import Store

/// A site that a command works on: where things are, and how they are put together.
struct Workspace {
    let folders: SiteFolders

    init(_ path: String, output: String? = nil) {
        folders = SiteFolders(site: URL(filePath: path, directoryHint: .isDirectory), output: output.map { URL(filePath: $0) })
    }

    /// Reads the whole site and prints what is wrong with it.
    ///
    /// - Parameters:
    ///   - wishes: what creators decided; whoever shows creators to others gives it.
    ///   - isToBuild: what is read is kept for the next time, by the build that follows.
    /// - Throws: exit code 1 where there are errors.
    func catalogue(wishes: CreatorWishes = .none, isToBuild: Bool = false) throws -> SiteCatalogue {
        let (catalogue, diagnostics) = SiteReader.read(
            folders.site, today: .today(), wishes: wishes,
            memory: LineMemory.Place(file: folders.lineMemoryFile, program: programName, takesNew: isToBuild))
        try Console.report(diagnostics)
        guard let catalogue else { throw ExitCode.failure }
        return catalogue
    }

    /// What creators decided in their inboxes, and who was erased; nobody where the site has no store yet.
    ///
    /// - Throws: `StoreError` where the store cannot be read: without it a build would show what was switched off.
    func wishes() async throws -> CreatorWishes {
        guard FileManager.default.fileExists(atPath: folders.storeFile.path) else { return .none }
        return try Store.wishes(at: folders.storeFile)
    }

    /// Reads `site.yaml` and the companies only, and prints what is wrong with them.
    ///
    /// - Throws: exit code 1 where there are errors.
    func catalogueWithoutCreators() throws -> SiteCatalogue {
        let (catalogue, diagnostics) = SiteReader.readWithoutCreators(folders.site)
        try Console.report(diagnostics)
        guard let catalogue else { throw ExitCode.failure }
        return catalogue
    }

    /// The site's templates, words and looks; prints what is wrong with the templates.
    ///
    /// - Throws: exit code 1 where they have faults, `ThemeFailure`, `PhraseFault`.
    func theme() throws -> Theme {
        do {
            return try Theme(for: folders.site)
        } catch let faults as ThemeFaults {
            try Console.report(faults.diagnostics)
            throw ExitCode.failure
        }
    }

    func renderer(of catalogue: SiteCatalogue, theme: Theme) -> PageRenderer {
        PageRenderer(
            site: catalogue.site, owner: catalogue.owner, companies: catalogue.companies, templates: theme.templates,
            words: theme.words, phrases: theme.phrases
        )
    }

    /// The files and folders of the site that a build is made from, those of all pages first.
    var inputs: [URL] {
        ["site.yaml", "companies", "creators", "snapshots", "profiles", "photos"].map { folders.site.appending(path: $0) }
    }

    private var program: URL { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath() }

    /// Another one whenever the program is.
    private var programName: String { Plaza.version + BuildStamp(of: [program], program: "").text }

    /// Names everything that a build is made from. Taken before the site is read: what changes after that is not in the
    /// build, and must not be in its stamp.
    ///
    /// - Parameter wishes: what the creators decided; a change of it is one of the build.
    func stamp(theme: Theme, wishes: CreatorWishes) -> BuildStamp {
        let parts = inputs
        let shared = SharedBasis(
            program: programName, theme: theme.folders,
            site: Array(parts[..<2]))
        return BuildStamp(of: parts + theme.folders + [program], program: Plaza.version + wishes.stamp, shared: shared)
    }

    @discardableResult
    func build(
        _ catalogue: SiteCatalogue, theme: Theme, stamp: BuildStamp, isClean: Bool = false, explaining path: String? = nil,
        stages: BuildStages = BuildStages()
    ) async throws -> SiteBuilder.Summary {
        let builder = SiteBuilder(folders: folders, renderer: renderer(of: catalogue, theme: theme), assets: theme.assets)
        let summary = try await builder.build(
            catalogue, stamp: stamp, isClean: isClean, explaining: path, stages: stages)
        for note in summary.notes { Console.progress(note) }
        return summary
    }

    /// What a build would write.
    func plan(_ catalogue: SiteCatalogue, theme: Theme, stamp: BuildStamp) async throws -> BuildPlan {
        try await SiteBuilder(folders: folders, renderer: renderer(of: catalogue, theme: theme), assets: theme.assets)
            .plan(catalogue, stamp: stamp)
    }

    /// Builds where something has changed since the last build.
    ///
    /// - Returns: the site and its companies, without creators.
    func built(theme: Theme) async throws -> SiteCatalogue {
        try await rebuilt(theme: theme, announcing: true).catalogue
    }

    /// Builds where something has changed since the last build.
    ///
    /// - Returns: the site without its creators, and what the build did; nothing of that where there was nothing to do.
    func rebuilt(theme: Theme, announcing: Bool = false) async throws -> (
        catalogue: SiteCatalogue, summary: SiteBuilder.Summary?
    ) {
        let wishes = try await wishes()
        let stamp = stamp(theme: theme, wishes: wishes)
        guard !stamp.holds(in: folders) else { return (try catalogueWithoutCreators(), nil) }
        let catalogue = try catalogue(wishes: wishes, isToBuild: true)
        if announcing { Console.progress("building \(catalogue.creators.count) creators …") }
        let summary = try await build(catalogue, theme: theme, stamp: stamp)
        return (catalogue.withoutCreators, summary)
    }

    var siteFolder: URL { folders.site }
    /// The store's main file, there or not.
    var storeFile: URL { folders.storeFile }

    /// What links to inboxes are made with; beside the store, and not in it.
    var inboxKeyFile: URL { folders.privateFolder.appending(path: "inbox.key") }

    /// Opens the store, and makes it where the site has none yet.
    ///
    /// - Throws: a usage error where there is no site, `StoreError`.
    func store() throws -> Store {
        try assertSite()
        return try Store.open(at: folders.storeFile)
    }

    /// - Throws: a usage error where the folder is no site.
    func assertSite() throws {
        let path = folders.site.path
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError(
                "There is no folder '\(path)'. Make a site with: plaza init \(folders.site.lastPathComponent)")
        }
        guard FileManager.default.fileExists(atPath: folders.site.appending(path: "site.yaml").path) else {
            throw ValidationError("'\(path)' has no site.yaml, so it is no site. Name the folder that has one.")
        }
    }
}

/// The option that names the site.
struct SiteOption: ParsableArguments {
    @Option(name: .long, help: "The folder of the site.")
    var site = "site"

    var workspace: Workspace { Workspace(site) }

    /// Runs work on the site's store, which is closed behind it; failures explain themselves.
    func withStore(_ work: (Store) async throws -> Void) async throws {
        try await Console.explaining {
            let store = try workspace.store()
            try await work(store)
            try store.close()
        }
    }
}
