import ArgumentParser
import Catalogue
import FacetIndex
import Foundation
import Marketplace
import Pages
import SiteGenerator

struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Answers a query of the catalogue: who matches, how many, and what each filter would give.",
        discussion: """
            The query is written as in the address of a list: market=ID&category=health&gmv_min=1000000&sort=gmv. A terminal \
            gets a table; a file or another program, or --json, one JSON object. Builds first where something has changed.
            """
    )

    @Argument(help: "What is asked for, as in the address of a list.")
    var query: String

    @OptionGroup var option: SiteOption

    @Flag(help: "Print one JSON object on a terminal too.")
    var json = false

    func run() async throws {
        try await Console.explaining {
            let workspace = option.workspace
            try workspace.assertSite()
            let theme = try workspace.theme()
            let catalogue = try await workspace.built(theme: theme)
            let site = catalogue.site
            let query = try asked(
                of: site, offersManaged: catalogue.companies.haveAnAffiliatePartner, words: theme.words)
            let table = try MarketTable(contentsOf: workspace.folders.tableFile(of: query.market))
            guard table.market == query.market else { throw IndexDamage("is of another market") }
            let answer = try table.answer(query)
            let records = try table.json(of: answer.rows)
            if json || isatty(STDOUT_FILENO) == 0 {
                let names = theme.words.valueNames(offersManaged: catalogue.companies.haveAnAffiliatePartner)
                let result = QueryResult(query: query, answer: answer, records: records, site: site, valueNames: names)
                Console.output(result.json)
            } else {
                Console.result(QueryTable(query: query, answer: answer, records: records).text)
            }
        }
    }

    /// - Throws: exit code 1 with every fault told.
    private func asked(of site: Site, offersManaged: Bool, words: Wording) throws -> CreatorQuery {
        let text = query.first == "?" ? String(query.dropFirst()) : query
        let parameters = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                name: PercentEncoding.decode(String(parts[0].replacing("+", with: " "))),
                value: parts.count > 1 ? PercentEncoding.decode(String(parts[1].replacing("+", with: " "))) : ""
            )
        }
        do throws(QueryFaults) {
            return try CreatorQuery(parameters: parameters, market: nil, site: site, offersManaged: offersManaged)
        } catch {
            for fault in error.faults {
                Console.progress("query: error: \(words(fault.detail))\n  fix: \(words(fault.mend))")
            }
            throw ExitCode.failure
        }
    }
}
