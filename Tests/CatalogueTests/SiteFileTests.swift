import Foundation
import Marketplace
import Testing

@testable import Catalogue

@Suite struct SiteFileTests {
    private func faults(_ more: String) -> [String] {
        SiteFile(TemporarySite.siteFile + more).diagnostics.map { "\($0.line):\($0.column) \($0.id.rawValue) \($0.fix ?? "")" }
    }

    @Test func readsEveryKey() throws {
        let file = SiteFile(
            """
            # the site
            name: "Sample: a site"
            company: north
            base_url: https://example.com/shop/
            server_url: http://127.0.0.1:8080
            time_zone: Asia/Singapore
            markets: [ID, uk]
            page_size: 12
            categories:
              - Health
              - {name: "Kids' Fashion", id: 802184}
              - name: Shoes
                id: "601352"
            contact_channels:
              GB: [email, phone]
              ID: whatsapp
            search_engines: false
            look:
              accent: "#B5411f"
              radius: 0.5rem
              logo: mark.svg
            """)
        #expect(file.diagnostics.isEmpty)
        let site = try #require(file.site)
        #expect(site.name == "Sample: a site")
        #expect((site.baseURL, site.serverURL) == ("https://example.com/shop", "http://127.0.0.1:8080"))
        #expect(site.timeZone.identifier == "Asia/Singapore")
        #expect(site.markets == [.gb, .id])
        #expect(site.pageSize == 12)
        #expect(!site.isForSearchEngines)
        #expect(site.look.accent == Colour(red: 0xb5, green: 0x41, blue: 0x1f))
        #expect((site.look.radius, site.look.logo) == (FixedDecimal("0.5"), Look.Logo(file: "mark.svg")))
        #expect(site.categories.all.map(\.slug.text) == ["health", "kids-fashion", "shoes"])
        #expect(site.categories.all.map(\.id) == [nil, "802184", "601352"])
        #expect(site.channels(in: .gb) == [.email, .phone])
        #expect(site.channels(in: .id) == [.whatsapp])
        #expect(site.channels(in: .th) == Market.th.standardChannels)
    }

    @Test func everythingButNameAndCompanyHasADefault() throws {
        let site = try #require(SiteFile(TemporarySite.siteFile).site)
        let company = try #require(Slug("north"))
        #expect(site == Site(name: "Sample", company: company))
    }

    @Test(arguments: [
        ("pagesize: 3", "3:1 yaml.key did you mean 'page_size'?"),
        ("name: Again", "3:1 yaml.key keep one of them"),
        ("time_zone: Asia/Jakrta", "3:12 yaml.value did you mean 'Asia/Jakarta'?"),
        ("time_zone: EST5", "3:12 yaml.value write an IANA name such as Asia/Singapore, or UTC"),
        ("markets: [ID, US]", "3:15 yaml.value write one of GB, ID, MY, VN, TH, PH, SG"),
        ("markets: []", "3:10 yaml.value name one at least, or leave 'markets' out for all of them"),
        ("page_size: 101", "3:12 yaml.value write a whole number from 1 to 100"),
        ("look: blue", "3:7 yaml.value write 'accent: …' on a line below it"),
        ("look: {acent: \"#000000\"}", "3:8 yaml.key did you mean 'accent'?"),
        (
            "look: {accent: teal}",
            "3:16 yaml.value write \"#rrggbb\" in hexadecimal, such as \"#b5411f\", or oklch(0.53 0.17 32)"
        ),
        (
            "look: {accent: oklch(53 0.17 32)}",
            "3:16 yaml.value write \"#rrggbb\" in hexadecimal, such as \"#b5411f\", or oklch(0.53 0.17 32)"
        ),
        ("look:\n  accent: #b5411f", "4:3 yaml.value write it between quotes: accent: \"#b5411f\""),
        (
            "look: {radius: 2.1}",
            "3:16 yaml.value write a number from 0, for square corners, to 2; it counts in rem, the size of the text"
        ),
        (
            "look: {radius: 8px}",
            "3:16 yaml.value write a number from 0, for square corners, to 2; it counts in rem, the size of the text"
        ),
        (
            "look: {logo: ../mark.svg}",
            "3:14 yaml.value write the name of an .svg or .png file in templates/assets/, of letters, digits, '.', '-' and '_'"
        ),
        ("search_engines: maybe", "3:17 yaml.value write true or false"),
        ("page_size: [3]", "3:12 yaml.value write it on one line behind 'page_size:'"),
        (
            "base_url: example.com",
            "3:11 yaml.value write an address that begins with https:// or http://, without '?', '#' or a password"
        ),
        (
            "base_url: javascript://x",
            "3:11 yaml.value write an address that begins with https:// or http://, without '?', '#' or a password"
        ),
        (
            "server_url: https://a.b/?c",
            "3:13 yaml.value write an address that begins with https:// or http://, without '?', '#' or a password"
        ),
        (
            "server_url: https://a.b/#c",
            "3:13 yaml.value write an address that begins with https:// or http://, without '?', '#' or a password"
        ),
        (
            "base_url: https://me:pw@a.b/",
            "3:11 yaml.value write an address that begins with https:// or http://, without '?', '#' or a password"
        ),
        ("categories: [Health, health]", "3:22 yaml.value keep one of them"),
        ("categories: Health", "3:13 yaml.value write each category behind '- ' on a line of its own"),
        ("categories: [{nme: Health}]", "3:15 yaml.key did you mean 'name'?"),
        ("categories: [\"!!\"]", "3:14 yaml.value write a name with letters a–z or digits, or {name: …, id: …}"),
        ("contact_channels: {ID: [wathsapp]}", "3:25 yaml.value did you mean 'whatsapp'?"),
        ("contact_channels: {XX: [email]}", "3:20 yaml.key write one of GB, ID, MY, VN, TH, PH, SG"),
        ("contact_channels: [email]", "3:19 yaml.value write a line such as 'GB: [whatsapp, email, phone]' below it"),
    ])
    func faultsAreToldWithPlaceAndFix(_ line: String, _ told: String) {
        #expect(faults(line + "\n").first == told)
    }

    @Test func nameAndCompanyAreRequired() {
        let file = SiteFile("time_zone: Mars/Base\n")
        #expect(file.site == nil)
        #expect(
            file.diagnostics.map(\.message).sorted() == [
                "'Mars/Base' is no time zone", "'company' is missing", "'name' is missing",
            ])
        #expect(
            SiteFile("name: A\ncompany: North Star\n").diagnostics.map(\.fix) == [
                "write north-star, the name of its file in companies/ without .md"
            ])
        #expect(SiteFile("").diagnostics.count == 2)
    }

    @Test(arguments: [
        "name: [a\n", "name: a\n  b: c\n", "- a\n", "just text\n", "name: 'a\n", "a: *b\n", "name: a\u{1}\n", "--- a\n--- b\n",
    ])
    func brokenYAMLIsToldAndNeverASite(_ text: String) {
        let file = SiteFile(text)
        #expect(file.site == nil)
        #expect(file.diagnostics.contains { $0.id == .yamlSyntax && $0.line >= 1 && $0.column >= 1 })
    }

    @Test(arguments: ["[", "{a: ", "- "]) func deeplyNestedYAMLIsAFaultAndNoCrash(_ opening: String) {
        let file = SiteFile("name: \(opening == "- " ? "\n" : "")" + String(repeating: opening, count: 50_000))
        #expect(file.site == nil)
        #expect(file.diagnostics.hasErrors)
    }

    @Test(arguments: ["UTC", "GMT", "Singapore", "Asia/Ho_Chi_Minh", "Etc/GMT-8"])
    func timeZonesAreThoseOfTheDatabase(_ zone: String) {
        #expect(faults("time_zone: \(zone)\n").isEmpty)
    }

    @Test func columnsAreCountedInBytes() {
        #expect(faults("categories: [é, \"ü\", Health, health]\n").last == "3:32 yaml.value keep one of them")
    }
}

@Suite struct CompanyFileTests {
    private func read(_ text: String) -> CompanyFile? {
        Slug("north").map { CompanyFile(text, slug: $0, file: "companies/north.md") }
    }

    @Test func readsFrontMatterAndIntroduction() throws {
        let file = try #require(
            read(
                """
                ---
                name: North
                roles: affiliate_partner
                markets: [UK, SG]
                service: Live shopping
                category: Beauty
                address: 1 High Street
                contacts:
                  email: team@north.example
                  whatsapp: 08123456789
                  phone: +62812345678
                account_manager: Ana
                ---

                We are **North**.

                """))
        #expect(file.diagnostics.isEmpty)
        let company = try #require(file.company)
        #expect(company.roles == [.affiliatePartner])
        #expect(company.markets == [.gb, .sg])
        #expect(company.contacts[.whatsapp] == "08123456789")
        #expect(company.contacts[.phone] == "+62812345678")
        #expect(company.accountManager == "Ana")
        #expect(company.introduction == "We are **North**.")
    }

    @Test(arguments: [
        ("---\nroles: [mcn]\n---\n", "2:1 yaml.required"), ("---\nname: A\n---\n", "2:1 yaml.required"),
        ("---\nname: A\nroles: [mnc]\n---\n", "3:9 yaml.value"), ("---\nname: A\nroles: []\n---\n", "3:8 yaml.value"),
        ("---\nname: A\nroles: mcn\ncontact: {}\n---\n", "4:1 yaml.key"),
        ("---\nname: A\nroles: mcn\ncontacts: {fax: 1}\n---\n", "4:12 yaml.key"),
        ("---\nname: A\nroles: mcn\n", "1:1 yaml.syntax"), ("no front matter\n", "1:1 yaml.required"),
        ("---\nname: A\nroles: mcn\ncontacts: {email: nobody}\n---\n", "4:19 creator.contact"),
    ])
    func faultsAreToldWithTheirLineInTheFile(_ text: String, _ told: String) throws {
        let file = try #require(read(text))
        #expect(file.diagnostics.first.map { "\($0.line):\($0.column) \($0.id.rawValue)" } == told)
    }
}
