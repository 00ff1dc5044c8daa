import Marketplace
import Yams

/// Reads `companies/SLUG.md`.
struct CompanyFile {
    static let folder = "companies"
    static let keys = [
        "name", "roles", "markets", "service", "category", "address", "contacts", "account_manager",
    ]

    /// Nil where the name or the roles are missing.
    let company: Company?
    let diagnostics: [Diagnostic]

    /// Reads the text of the file, with line breaks as LF.
    init(_ text: String, slug: Slug, file: String) {
        let matter = FrontMatter(text, file: file)
        if let fault = matter.fault {
            (company, diagnostics) = (nil, [fault])
            return
        }
        var yaml = YAMLFile(matter.yaml ?? "", file: file, lineOffset: matter.yaml == nil ? 0 : FrontMatter.lineOffset)
        guard yaml.diagnostics.isEmpty else {
            (company, diagnostics) = (nil, yaml.diagnostics)
            return
        }
        yaml.tellUnknownKeys(among: Self.keys)
        let name = yaml.required("name")
        let roles = Self.roles(&yaml)
        let markets = yaml.markets() ?? Set(Market.allCases)
        let (service, category) = (yaml.text("service"), yaml.text("category"))
        let (address, manager) = (yaml.text("address"), yaml.text("account_manager"))
        let contacts = Self.contacts(&yaml)
        company =
            if let name, !roles.isEmpty {
                Company(
                    slug: slug, name: name, roles: roles, markets: markets, service: service, category: category,
                    address: address, contacts: contacts, accountManager: manager, introduction: matter.body)
            } else {
                nil
            }
        diagnostics = yaml.diagnostics
    }

    private static func roles(_ yaml: inout YAMLFile) -> Set<CompanyRole> {
        let known = CompanyRole.allCases.map(\.rawValue)
        guard let entry = yaml.entry("roles") else {
            yaml.tell(
                .yamlRequired, at: yaml.entries.first { $0.key == "roles" }?.position ?? yaml.position(of: nil),
                "'roles' is missing",
                fix: "write 'roles: [\(known.joined(separator: ", "))]', or one of them")
            return []
        }
        let count = yaml.diagnostics.count
        let roles = Set(yaml.values(entry, of: "role", known: known) { CompanyRole(rawValue: $0) })
        if roles.isEmpty, yaml.diagnostics.count == count {
            yaml.tell(
                .yamlValue, at: entry.position, "the company has no role", fix: "write one of \(known.joined(separator: ", "))")
        }
        return roles
    }

    private static func contacts(_ yaml: inout YAMLFile) -> ContactDetails {
        var contacts = ContactDetails()
        guard let entry = yaml.entry("contacts") else { return contacts }
        guard case .mapping = entry.value else {
            yaml.tell(
                .yamlValue, at: entry.position, "'contacts' must name channels",
                fix: "write a line such as 'email: team@example.com' below it")
            return contacts
        }
        for item in yaml.entries(of: entry.value) {
            guard let channel = ContactChannel(rawValue: item.key) else {
                yaml.tell(
                    .yamlKey, at: item.keyPosition, "\(item.key.quoted) is no contact channel",
                    fix: NearestWord.fix(for: item.key, among: ContactChannel.allCases.map(\.rawValue)))
                continue
            }
            guard !item.value.isEmptyScalar, let address = yaml.text(item) else { continue }
            if !channel.accepts(address) {
                yaml.tell(
                    .creatorContact, at: item.position, "this does not look like an address on \(channel.name)",
                    severity: .warning,
                    fix: "check it; it is shown to creators who are interested")
            }
            contacts[channel] = address
        }
        return contacts
    }
}
