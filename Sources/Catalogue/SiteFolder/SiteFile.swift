import Foundation
import Marketplace
import Yams

/// Reads `site.yaml`.
struct SiteFile {
    static let name = "site.yaml"
    static let keys = [
        "name", "base_url", "server_url", "company", "time_zone", "markets", "page_size", "categories", "contact_channels",
        "score_markets", "score_weights", "thresholds", "invitation_days", "mail", "contact_basis", "retention",
        "search_engines", "look", "precompress", "creator_pages",
    ]

    /// Nil where the file lacks what nothing can be built without: a name and a company.
    let site: Site?
    let companyPosition: SourcePosition
    let logoPosition: SourcePosition
    let diagnostics: [Diagnostic]

    /// Reads the text of the file, with line breaks as LF.
    init(_ text: String) {
        var yaml = YAMLFile(text, file: Self.name)
        let isReadable = yaml.diagnostics.isEmpty
        if isReadable { yaml.tellUnknownKeys(among: Self.keys) }
        let name = isReadable ? yaml.required("name") : nil
        let company = isReadable ? Self.company(&yaml) : nil
        let categories = Self.categories(&yaml)
        let (look, logoPosition) = LookReader.read(&yaml)
        let site = Site(
            name: name ?? "", company: company ?? Self.placeholder, baseURL: Self.address("base_url", &yaml),
            serverURL: Self.address("server_url", &yaml), timeZone: Self.timeZone(&yaml),
            markets: yaml.markets() ?? Set(Market.allCases), pageSize: Self.pageSize(&yaml),
            categories: categories.all, channels: Self.channels(&yaml), definitions: DefinitionsReader.read(&yaml),
            marketCategories: categories.markets,
            correspondence: CorrespondenceReader.read(&yaml), look: look,
            isForSearchEngines: yaml.flag("search_engines") ?? true, precompressed: Self.precompressed(&yaml),
            creatorPages: Self.creatorPages(&yaml))
        self.site = name == nil || company == nil ? nil : site
        self.logoPosition = logoPosition
        companyPosition = yaml.entry("company")?.position ?? .start
        diagnostics = yaml.diagnostics
    }

    /// Stands for a company that is missing, so that the rest of the file is checked all the same.
    private static let placeholder: Slug = {
        guard let slug = Slug("company") else { preconditionFailure("'company' is a slug") }
        return slug
    }()

    private static func precompressed(_ yaml: inout YAMLFile) -> [Compression] {
        guard let entry = yaml.entry("precompress") else { return [] }
        let known = Compression.allCases.map(\.rawValue)
        let wanted = yaml.values(entry, of: "ending of compressed files", known: known) { Compression(rawValue: $0) }
        return Compression.allCases.filter(wanted.contains)
    }

    private static func creatorPages(_ yaml: inout YAMLFile) -> CreatorPages {
        guard let entry = yaml.entry("creator_pages"), let text = yaml.text(entry) else { return .files }
        if let pages = CreatorPages(rawValue: text) { return pages }
        yaml.tell(
            .yamlValue, at: entry.position, "'creator_pages' holds \(text.quoted)",
            fix: "write 'files' for a file each, or 'chunks' for many in a file")
        return .files
    }

    private static func company(_ yaml: inout YAMLFile) -> Slug? {
        guard let text = yaml.required("company") else { return nil }
        if let slug = Slug(text) { return slug }
        let place = yaml.entry("company")?.position ?? .start
        let fix = Slug(naming: text).map { "write \($0), the name of its file in companies/ without .md" }
        yaml.tell(
            .yamlValue, at: place, "\(text.quoted) is no name of a company's file",
            fix: fix ?? "write lower-case letters, digits and hyphens")
        return nil
    }

    /// An absolute address without query and fragment, its trailing slashes taken off.
    private static func address(_ key: String, _ yaml: inout YAMLFile) -> String? {
        guard let entry = yaml.entry(key), let text = yaml.text(key) else { return nil }
        let parts = URLComponents(string: text)
        let scheme = parts?.scheme?.lowercased()
        let isAddress =
            (scheme == "http" || scheme == "https") && parts?.host?.isEmpty == false && text.utf8.allSatisfy { $0 > 0x20 }
        guard isAddress, parts?.query == nil, parts?.fragment == nil, parts?.user == nil, parts?.password == nil else {
            yaml.tell(
                .yamlValue, at: entry.position, "'\(key)' holds \(text.quoted), which is no address of a site",
                fix: "write an address that begins with https:// or http://, without '?', '#' or a password")
            return nil
        }
        var address = text
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }

    private static func timeZone(_ yaml: inout YAMLFile) -> TimeZone {
        guard let entry = yaml.entry("time_zone"), let text = yaml.text("time_zone") else { return .gmt }
        if text == "UTC" || text == "GMT" { return .gmt }
        // Abbreviations and offsets such as EST and GMT+8 are taken by Foundation, but know no daylight saving.
        let isName = text.contains("/") || (text.count > 4 && text.allSatisfy { $0.isASCII && $0.isLetter })
        if isName, let zone = TimeZone(identifier: text) { return zone }
        let near = NearestWord.nearest(to: text, among: TimeZone.knownTimeZoneIdentifiers.sorted())
        yaml.tell(
            .yamlValue, at: entry.position, "\(text.quoted) is no time zone",
            fix: near.map { "did you mean '\($0)'?" } ?? "write an IANA name such as Asia/Singapore, or UTC")
        return .gmt
    }

    private static func pageSize(_ yaml: inout YAMLFile) -> Int {
        guard let entry = yaml.entry("page_size"), let text = yaml.text("page_size") else { return Site.standardPageSize }
        if let size = Int(text), (1...100).contains(size) { return size }
        yaml.tell(.yamlValue, at: entry.position, "'page_size' holds \(text.quoted)", fix: "write a whole number from 1 to 100")
        return Site.standardPageSize
    }

    // MARK: Lists

    /// A list for all markets, or a list for each of some markets below their codes.
    private static func categories(_ yaml: inout YAMLFile) -> (all: CategoryList, markets: [Market: CategoryList]) {
        guard let entry = yaml.entry("categories") else { return (.standard, [:]) }
        guard case .mapping = entry.value else { return (list(entry, &yaml) ?? .standard, [:]) }
        var markets: [Market: CategoryList] = [:]
        for market in yaml.entries(of: entry.value) {
            guard let code = Self.market(named: market, &yaml) else { continue }
            if let list = list(market, &yaml) { markets[code] = list }
        }
        let others = Market.allCases.allSatisfy { markets[$0] != nil } ? [] : CategoryList.standard.all
        return (
            CategoryList(Market.allCases.flatMap { markets[$0]?.all ?? [] } + others),
            markets.merging(
                Dictionary(uniqueKeysWithValues: Market.allCases.filter { markets[$0] == nil }.map { ($0, .standard) })
            ) { own, _ in own }
        )
    }

    private static func list(_ entry: YAMLEntry, _ yaml: inout YAMLFile) -> CategoryList? {
        guard case .sequence(let nodes) = entry.value else {
            yaml.tell(
                .yamlValue, at: entry.position, "'\(entry.key)' must be a list of categories",
                fix: "write each category behind '- ' on a line of its own")
            return nil
        }
        var categories: [Marketplace.Category] = []
        for node in nodes {
            let place = yaml.position(of: node.mark)
            guard let category = category(node, &yaml) else { continue }
            if categories.contains(where: { $0.slug == category.slug }) {
                yaml.tell(.yamlValue, at: place, "the category \(category.name.quoted) stands twice", fix: "keep one of them")
            } else {
                categories.append(category)
            }
        }
        return CategoryList(categories)
    }

    private static func category(_ node: Node, _ yaml: inout YAMLFile) -> Marketplace.Category? {
        let place = yaml.position(of: node.mark)
        var (name, id): (String?, String?) = (nil, nil)
        switch node {
        case .scalar(let scalar): name = scalar.string.trimmed
        case .mapping:
            for entry in yaml.entries(of: node) {
                switch entry.key {
                case "name": name = yaml.text(entry)
                case "id": id = yaml.text(entry)
                default:
                    yaml.tell(
                        .yamlKey, at: entry.keyPosition, "\(entry.key.quoted) is no key of a category",
                        fix: NearestWord.fix(for: entry.key, among: ["name", "id"]))
                }
            }
        default: break
        }
        if let name, let category = Marketplace.Category(name: name, id: id) { return category }
        yaml.tell(
            .yamlValue, at: place, "this is no category", fix: "write a name with letters a–z or digits, or {name: …, id: …}")
        return nil
    }

    /// The market that a key names; nil, and told, where it names none.
    private static func market(named entry: YAMLEntry, _ yaml: inout YAMLFile) -> Market? {
        if let market = Market(code: entry.key) { return market }
        yaml.tell(
            .yamlKey, at: entry.keyPosition, "\(entry.key.quoted) is no market",
            fix: NearestWord.fix(for: entry.key, among: Market.allCases.map(\.rawValue)))
        return nil
    }

    private static func channels(_ yaml: inout YAMLFile) -> [Market: [ContactChannel]] {
        guard let entry = yaml.entry("contact_channels") else { return [:] }
        guard case .mapping = entry.value else {
            yaml.tell(
                .yamlValue, at: entry.position, "'contact_channels' must name channels for each market",
                fix: "write a line such as 'GB: [whatsapp, email, phone]' below it")
            return [:]
        }
        var channels: [Market: [ContactChannel]] = [:]
        for market in yaml.entries(of: entry.value) {
            guard let code = Self.market(named: market, &yaml) else { continue }
            let known = ContactChannel.allCases.map(\.rawValue)
            var list: [ContactChannel] = []
            for channel in yaml.values(market, of: "contact channel", known: known, read: { ContactChannel(rawValue: $0) })
            where !list.contains(channel) { list.append(channel) }
            if list.isEmpty, !market.value.isEmptyScalar, case .sequence(let nodes) = market.value, nodes.isEmpty {
                yaml.tell(.yamlValue, at: market.position, "\(code) has no contact channel", fix: "name one at least")
            }
            if !list.isEmpty { channels[code] = list }
        }
        return channels
    }
}
