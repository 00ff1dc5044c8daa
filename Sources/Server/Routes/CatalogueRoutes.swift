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
        router.get("creators/:file") { request, state in
            guard let file = state.parameters.get("file"), file.hasSuffix(".json") else {
                if let page = try pageOfWish(state) { return page }
                return try await files.response(to: request)
            }
            return try twin(of: String(file.dropLast(".json".count)))
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
    /// - Throws: `Problem` 404 where they were erased.
    private func pageOfWish(_ state: RequestState) throws -> Response? {
        guard let file = state.parameters.get("file"), file.hasSuffix(".html"),
            let name = file.dropLast(".html".count).removingPercentEncoding, let username = Username(name),
            try lookup.isSwitchedSinceBuild(username)
        else { return nil }
        guard let creator = try lookup.listed(name) else { throw Problem.notFound() }
        // Shown without its workings and its past; the next build makes the whole page.
        let page = CreatorPage(creator: PublicCreator(creator), findings: nil, history: .none)
        return Answer.html(settings.renderer.servedPage(page, for: nil))
    }

    private func twin(of name: String) throws -> Response {
        guard let creator = try lookup.listed(name) else {
            throw Problem.notFound(.detailNoCreator)
        }
        let open = PublicCreator(creator)
        return Answer.json(.raw(open.json(profileHTML: open.profileHTML)))
    }
}
