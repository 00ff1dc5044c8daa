import FacetIndex
import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import Pages
import Store

/// What is open to everyone: the files of the catalogue, a creator's JSON twin, and whether the server is well.
struct CatalogueRoutes: Sendable {
    let settings: ServerSettings
    let lookup: CreatorLookup

    func add(to router: Router<RequestState>) {
        let files = StaticFiles(folder: settings.publicFolder)
        let queries = QueryRoutes(settings: settings, lookup: lookup)
        queries.add(to: router)
        router.get("health") { _, _ in
            try await settings.store.check()
            return Answer.json(.members(["status": "ok"]))
        }
        router.get("openapi.json") { [site = settings.site] _, _ in
            Answer.json(
                APIDescription.json(title: site.name, version: settings.version, server: site.serverURL))
        }
        let chunks = ChunkedPages(folder: settings.publicFolder) { try pageOfWish($0) }
        router.get("creators/:file") { request, state in
            let file = state.parameters.get("file") ?? ""
            if file.hasSuffix(".json") { return try twin(of: String(file.dropLast(".json".count))) }
            if let page = try await page(file: file, query: request.uri.query, in: chunks) { return page }
            return try await files.response(to: request)
        }
        router.get("creators") { request, _ in
            if let page = try await page(file: "index.html", query: request.uri.query, in: chunks) { return page }
            return try await files.response(to: request)
        }
        router.get("creators/:file/**") { request, _ in
            if let chunk = try await chunks.chunkOfWishes(at: StaticPath(request.uri.path)) { return chunk }
            return try await files.response(to: request)
        }
        router.get("/") { request, _ in try await files.response(to: request) }
        router.get("**") { request, state in
            if let list = try await queries.list(request, state) { return list }
            if let page = try comparison(request, viewer: queries.viewer(state.member)) { return page }
            return try await files.response(to: request)
        }
    }

    /// Creators side by side, as they stand now; nil for another address, and where nobody is named, which is the file's
    /// to answer. Names beyond the limit are left out, as the page's script does.
    private func comparison(_ request: Request, viewer: PageFrame.Viewer?) throws -> Response? {
        guard ["/compare/", "/compare/index.html"].contains(request.uri.path) else { return nil }
        let form = SubmittedForm(try SubmittedForm.decoded(query: request.uri.query ?? ""))
        let names = InviteFields.distinct(form.all("creator")).prefix(ComparePage.limit)
        guard !names.isEmpty else { return nil }
        let found = try names.map { (name: $0, creator: try lookup.listed($0).map { PublicCreator($0) }) }
        let page = ComparePage(
            creators: found.compactMap(\.creator), lost: found.filter { $0.creator == nil }.map(\.name))
        return Answer.html(settings.renderer.servedPage(page, for: viewer))
    }

    /// The page of a creator who switched something off, or was erased: the file of the last build may still tell more.
    ///
    /// - Returns: nil for everyone else.
    /// - Throws: `Problem` 404 where they were erased.
    private func pageOfWish(_ username: Username) throws -> [UInt8]? {
        guard try lookup.isSwitchedSinceBuild(username) else { return nil }
        guard let creator = try lookup.listed(username.text) else { throw Problem.notFound() }
        // Shown without its workings and its past; the next build makes the whole page.
        let page = CreatorPage(creator: PublicCreator(creator), findings: nil, history: .none)
        return settings.renderer.servedPage(page, for: nil)
    }

    /// The page of a creator where it is not simply a file: as its creator wants it to be since the build, or out of a file
    /// of many.
    private func page(file: String, query: String?, in chunks: ChunkedPages) async throws -> Response? {
        guard let username = try username(ofPage: file, query: query) else { return nil }
        if let page = try pageOfWish(username) { return Answer.html(page) }
        if let page = try await chunks.page(of: username) { return Answer.html(page) }
        if settings.site.creatorPages == .chunks { throw Problem.notFound(.detailNoCreator) }
        return nil
    }

    /// Whose page a file in `creators/` is; nil where it is none's.
    private func username(ofPage file: String, query: String?) throws -> Username? {
        if settings.site.creatorPages == .chunks, "creators/" + file == CreatorShellPage.file {
            return try SubmittedForm(SubmittedForm.decoded(query: query ?? "")).text("name").flatMap(Username.init)
        }
        guard file.hasSuffix(".html") else { return nil }
        return file.dropLast(".html".count).removingPercentEncoding.flatMap(Username.init)
    }

    private func twin(of name: String) throws -> Response {
        guard let creator = try lookup.listed(name) else {
            throw Problem.notFound(.detailNoCreator)
        }
        let open = PublicCreator(creator)
        return Answer.json(.raw(open.json(profileHTML: open.profileHTML)))
    }
}
