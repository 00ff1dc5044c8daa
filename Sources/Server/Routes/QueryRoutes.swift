import FacetIndex
import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import NIOCore
import Pages

/// `GET /{market}/?…`, `/creators.json` and `/creators.csv`: the catalogue's queries, answered from the tables of the last
/// build (SPEC C3, C4, P1). A new build is seen at the next look.
struct QueryRoutes: Sendable {
    private let settings: ServerSettings
    private let tables: [Market: ReplacedFile<MarketTable>]
    private let overlay: WishOverlay

    init(settings: ServerSettings, lookup: CreatorLookup) {
        self.settings = settings
        overlay = WishOverlay(settings: settings, lookup: lookup)
        tables = Dictionary(
            uniqueKeysWithValues: settings.site.markets.map { market in
                (market, ReplacedFile(settings.tableFile(market)) { try MarketTable(contentsOf: $0) })
            })
    }

    func add(to router: Router<RequestState>) {
        router.get("creators.json") { request, _ in try json(query(of: request)) }
        router.get("creators.csv") { request, _ in try csv(query(of: request), for: request) }
    }

    /// The list of a market, where that is what the address names: its folder, with its slash. A member gets it at the
    /// address of its file too.
    func list(_ request: Request, _ state: RequestState) async throws -> Response? {
        let path = request.uri.path
        guard let name = path.split(separator: "/").first, let market = Market(rawValue: String(name)), tables[market] != nil,
            path == "/\(name)/" || path == "/\(name)/index.html" && state.member != nil
        else { return nil }
        if AnswerFormat(for: request) == .html, let viewer = viewer(state.member), let member = state.member {
            return try await memberPage(request, in: market, member, viewer)
        }
        let query = try query(of: request, in: market)
        return AnswerFormat(for: request) == .json ? try json(query, at: "./?") : try page(query)
    }

    func viewer(_ member: Member?) -> PageFrame.Viewer? {
        member.flatMap { member in
            settings.company(of: member).map { PageFrame.Viewer(email: member.email, company: $0) }
        }
    }

    /// A member's list: with their own filters, picks and tags.
    private func memberPage(
        _ request: Request, in market: Market, _ member: Member, _ viewer: PageFrame.Viewer
    ) async throws -> Response {
        let form = SubmittedForm(try SubmittedForm.decoded(query: request.uri.query ?? ""))
        let desk = MemberDesk(store: settings.store, member: member, now: settings.now())
        let (filter, selections) = try await desk.filter(form)
        let others = form.fields.filter { !ListDesk.MemberFilter.names.contains($0.name) }
        let query = try query(others, in: market)
        let table = try table(of: query)
        let answer = try table.answer(query, within: selections)
        let usernames = try table.usernames(of: answer.rows)
        let list = try queryPage(query, answer, table)
        let page = MemberListPage(
            list: list, usernames: usernames, desk: try await desk.shown(filter, beside: usernames))
        return Answer.html(settings.renderer.servedPage(page, for: viewer))
    }

    // MARK: What is asked for

    private func query(of request: Request, in market: Market? = nil) throws -> CreatorQuery {
        try query(try SubmittedForm.decoded(query: request.uri.query ?? ""), in: market)
    }

    private func query(_ parameters: [(name: String, value: String)], in market: Market?) throws -> CreatorQuery {
        let renderer = settings.renderer
        do throws(QueryFaults) {
            return try CreatorQuery(
                parameters: parameters, market: market, site: renderer.site,
                offersManaged: renderer.companies.haveAnAffiliatePartner)
        } catch {
            throw Self.problem(error)
        }
    }

    private static func problem(_ error: QueryFaults) -> Problem {
        var problem = Problem.unprocessable(
            Saying(error.faults.map(\.detail)), mend: Saying(error.faults.map(\.mend)))
        problem.parameters = error.faults.map { (name: $0.parameter, detail: $0.detail, mend: $0.mend) }
        return problem
    }

    private func table(of query: CreatorQuery) throws -> MarketTable {
        guard let file = tables[query.market] else { preconditionFailure("a query is of a market of the site") }
        let table = try file.content()
        guard table.market == query.market else { throw IndexDamage("is of another market") }
        try overlay.lay(over: table)
        return table
    }

    // MARK: Answers

    private func page(_ query: CreatorQuery) throws -> Response {
        let table = try table(of: query)
        let page = try queryPage(query, try table.answer(query), table)
        return Answer.html(settings.renderer.servedPage(page, for: nil))
    }

    private func queryPage(_ query: CreatorQuery, _ answer: QueryAnswer, _ table: MarketTable) throws -> QueryPage {
        QueryPage(
            query: query, total: answer.total, cards: try table.cards(of: answer.rows),
            counts: FilterCounts(answer.valueCounts),
            hasScores: try table.hasScores, indexPath: table.root)
    }

    private func json(_ query: CreatorQuery, at address: String? = nil) throws -> Response {
        let table = try table(of: query)
        let answer = try table.answer(query)
        let renderer = settings.renderer
        let result = QueryResult(
            query: query, answer: answer, records: try table.json(of: answer.rows), site: renderer.site,
            valueNames: renderer.words.valueNames(offersManaged: renderer.companies.haveAnAffiliatePartner), address: address)
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: result.json)))
    }

    private static func isPaged(_ request: Request) -> Bool {
        ["page", "per_page"].contains { request.uri.queryParameters[$0].map { !$0.isEmpty } ?? false }
    }

    /// All that match, or a page of them where one is asked for; sent as it is read. A HEAD tells how long it is.
    private func csv(_ query: CreatorQuery, for request: Request) throws -> Response {
        let table = try table(of: query)
        let rows = try Self.isPaged(request) ? table.answer(query).rows : table.allRows(matching: query).map(Int.init)
        let header = PublicCreator.columns.map(\.rawValue).joined(separator: ",") + "\r\n"
        let body = ResponseBody { writer in
            var buffer = ByteBuffer(string: header)
            for start in stride(from: 0, to: rows.count, by: Self.csvBatch) {
                for line in try table.csv(of: Array(rows[start..<min(start + Self.csvBatch, rows.count)])) {
                    buffer.writeBytes(line)
                    buffer.writeStaticString("\r\n")
                }
                try await writer.write(buffer)
                buffer.clear()
            }
            if rows.isEmpty { try await writer.write(buffer) }
            try await writer.finish(nil)
        }
        let name = "creators-\(query.market.rawValue).csv"
        var headers: HTTPFields = [
            .contentType: "text/csv; charset=utf-8", .cacheControl: "no-cache",
            .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        if request.method == .head {
            let byteCount = try table.csv(of: rows).reduce(header.utf8.count) { $0 + $1.count + 2 }
            headers[.contentLength] = String(byteCount)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private static let csvBatch = 500
}
