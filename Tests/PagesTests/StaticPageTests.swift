import Fixtures
import Foundation
import Marketplace
import Pages
import Testing

@Suite("Pages for everyone")
struct StaticPageTests {
    private func html(_ page: some Page, owner: Company? = nil, site: Site? = nil) throws -> String {
        let owner = try owner ?? .sample(roles: [.mcn, .affiliatePartner])
        let site = try site ?? .sample()
        let renderer = PageRenderer(
            site: site, owner: owner, companies: [owner], templates: try SourceTree.templates(),
            words: try SourceTree.wording())
        return String(decoding: renderer.staticPage(page), as: UTF8.self)
    }

    private func creatorPage(_ change: (inout Creator) -> Void) throws -> String {
        try html(CreatorPage(creator: PublicCreator(try .sample(change: change))))
    }

    private func listing(_ creators: [Creator], page: Int = 1, total: Int? = nil, site: Site? = nil) throws -> String {
        let total = total ?? creators.count
        let shelf = ListingPage.Shelf(market: .id, category: nil, total: total, marketTotal: total, categoryCounts: [])
        let site = try site ?? .sample()
        return try html(
            ListingPage(shelf: shelf, page: page, creators: creators.map(PublicCreator.init)), site: site)
    }

    @Test("K3, C6: neither contacts nor closed figures are on any page, exact or shortened")
    func givesNothingAway() throws {
        let creator = try Creator.sample { creator in
            creator.isAuthorized = false
            creator.contacts = ContactDetails([
                .email: "canary@private.example", .whatsapp: "+990000012345", .line: "canary-line",
            ])
            creator.bio = "Mail canary@private.example or +990 0000 12345"
            creator.profile = LongText(
                "Line: canary-line, <canary@private.example>, canary&#64;private.example")
            for metric in Metric.allCases where !metric.staysOpen {
                creator.metrics[metric] = .known(FixedDecimal(millionths: 777_754_321_000_000))
            }
        }
        let pages = [try html(CreatorPage(creator: PublicCreator(creator))), try listing([creator])]
        for page in pages {
            for canary in ["canary", "12345", "777", "778", "private.example"] { #expect(!page.contains(canary), "\(canary)") }
        }
    }

    @Test("C6: closed reads 'not shared', missing reads 'not known', zero reads 0")
    func tellsClosedFromMissingFromZero() throws {
        let closed = try listing([.sample { $0.isAuthorized = false }])
        let missing = try listing([.sample()])
        let zero = try listing([.sample { $0.metrics[.gmv] = .known(.zero) }])
        #expect(closed.contains(">not shared<"))
        #expect(!missing.contains(">not shared<") && missing.contains(">not known<"))
        #expect(zero.contains("Rp\u{a0}0"))
        #expect(!missing.contains("Rp\u{a0}0") && !closed.contains("Rp\u{a0}0"))
    }

    @Test("K2: a creator whose contacts are off has no contact form, and the reason")
    func hidesTheContactForm() throws {
        let open = try creatorPage { _ in }
        let hidden = try creatorPage { $0.showsContact = false }
        #expect(open.contains(#"action="../contact""#))
        #expect(!hidden.contains(#"action="../contact""#) && hidden.contains(#"action="../invite""#))
        #expect(hidden.contains("does not show contact details to partners"))
    }

    @Test("C5: an empty list says why")
    func anEmptyListSaysWhy() throws {
        let page = try listing([])
        #expect(page.contains("may not have authorised their data"))
        #expect(page.contains(#"data-total="0""#))
    }

    @Test func aListingCarriesWhatChecksRelyOn() throws {
        let page = try listing([.sample("a"), .sample("b")], total: 2)
        #expect(page.contains(#"data-total="2""#))
        #expect(page.matches(of: /data-creator="([^"]*)"/).map { String($0.1) } == ["a", "b"])
    }

    @Test(
        "I2: the form offers the channels of the creator's market",
        arguments: [(Market.th, "line"), (.vn, "zalo"), (.ph, "viber"), (.id, "whatsapp")])
    func offersTheMarketsChannels(market: Market, messenger: String) throws {
        let page = try html(CreatorPage(creator: PublicCreator(try .sample(market: market))))
        let names = page.matches(of: /<input[^>]* name="(email|whatsapp|zalo|viber|line|phone)"/).map { String($0.1) }
        #expect(names == [messenger, "email", "phone"])
    }

    @Test("I1: the purpose is asked for only where the company has both roles")
    func asksForThePurposeOfTwoRolesOnly() throws {
        let page = CreatorPage(creator: PublicCreator(try .sample()))
        #expect(try html(page, owner: .sample(roles: [.mcn, .affiliatePartner])).contains(#"name="purpose""#))
        #expect(try !html(page, owner: .sample(roles: [.mcn])).contains(#"name="purpose""#))
    }

    @Test(
        "Hostile text is inert wherever it stands",
        arguments: [
            "<script>alert(1)</script>", "</textarea><script>", "\"><img src=x onerror=alert(1)>",
            "\"\u{301} onmouseover=alert(1) x=\"",
            "\u{202e}evil\u{202c}", "</title><script>", "'-alert(1)-'", "{{username}}{{{picture}}}", "]]>", "&lt;script&gt;",
            "</script><script>alert(1)", "<!--<script>", "\u{2028}alert(1)\u{2029}//", "\"},\"x\":{\"y\":\"", "\\\"\\",
        ])
    func hostileTextIsInert(text: String) throws {
        let creator = try Creator.sample { creator in
            creator.nickname = text
            creator.bio = text
            creator.profile = LongText(text)
            creator.agency = text
        }
        let site = try Site.sample(baseURL: "https://a.example")
        let profile = CreatorPage(creator: PublicCreator(creator))
        for page in [try html(profile), try html(profile, site: site), try listing([creator], site: site)] {
            let own = /<script type="module" src="..\/assets\/(filters|desk).js"><\/script>/
            let data = try structuredData(of: page)
            #expect(data.count == 1)
            let person = data.first?["mainEntity"] as? [String: Any]
            if page.contains("\"ProfilePage\"") { #expect(person?["name"] as? String == PublicCreator(creator).nickname) }
            let tags = page.replacing(own, with: "").replacing(Self.dataBlock, with: "").replacing(/"[^"]*"/, with: "\"\"")
            #expect(!tags.contains("<script") && !tags.contains("<img src=x"))
            #expect(tags.range(of: "<[^>]* on[a-z]+=", options: .regularExpression) == nil)
        }
    }

    /// The one kind of script element that may stand in a page: data, which no browser runs. Its text has nothing in it that
    /// could end it.
    private static var dataBlock: Regex<(Substring, Substring)> {
        /<script type="application\/ld\+json">([^<>&\u2028\u2029]*)<\/script>/
    }

    /// The JSON of each data block of a page.
    private func structuredData(of page: String) throws -> [[String: Any]] {
        try page.matches(of: Self.dataBlock).map { match in
            try #require(JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any])
        }
    }

    @Test func aCreatorsPageTellsWhoItIsOf() throws {
        let creator = try Creator.sample(followers: 12_345) { $0.photo = "me.JPG" }
        let site = try Site.sample(baseURL: "https://a.example/x")
        let page = CreatorPage(creator: PublicCreator(creator))
        let data = try #require(structuredData(of: html(page, site: site)).first)
        #expect((data["@context"] as? String, data["@type"] as? String) == ("https://schema.org", "ProfilePage"))
        let person = try #require(data["mainEntity"] as? [String: Any])
        let texts = ["@type", "name", "alternateName", "url", "image", "sameAs"].map { person[$0] as? String }
        #expect(
            texts == [
                "Person", "Ayu Lestari", "@ayu.lestari", "https://a.example/x/creators/ayu.lestari.html",
                "https://a.example/x/photos/ayu.lestari.jpg", "https://www.tiktok.com/@ayu.lestari",
            ])
        let counter = try #require(person["interactionStatistic"] as? [String: Any])
        #expect(counter["interactionType"] as? String == "https://schema.org/FollowAction")
        #expect(counter["userInteractionCount"] as? Int == 12_345)
    }

    @Test(arguments: [Figure.closed, .missing, .range(from: .zero, to: nil)])
    func followersThatAreNotOpenAndExactAreNotTold(figure: Figure) throws {
        let page = try creatorPage { $0.metrics[.followers] = figure }
        let person = try #require(structuredData(of: page).first?["mainEntity"] as? [String: Any])
        #expect(person.keys.sorted() == ["@type", "alternateName", "name", "sameAs"])
    }

    @Test func aListTellsItsCreatorsWithTheirPlacesInTheWholeList() throws {
        let site = try Site.sample(baseURL: "https://a.example")
        let page = try listing([.sample("a"), .sample("b")], page: 2, total: 26, site: site)
        let data = try #require(structuredData(of: page).first)
        #expect(data["@type"] as? String == "ItemList" && data["numberOfItems"] as? Int == 26)
        let items = try #require(data["itemListElement"] as? [[String: Any]])
        #expect(items.map { $0["position"] as? Int } == [25, 26])
        #expect(
            items.map { $0["url"] as? String } == ["https://a.example/creators/a.html", "https://a.example/creators/b.html"])
    }

    @Test func thereIsNoListOfNobodyNorWithoutAddressesNorForNoSearchEngines() throws {
        #expect(try structuredData(of: listing([], site: .sample(baseURL: "https://a.example"))).isEmpty)
        #expect(try structuredData(of: listing([.sample()])).isEmpty)
        let site = try Site.sample(baseURL: "https://a.example", isForSearchEngines: false)
        #expect(try structuredData(of: listing([.sample()], site: site)).isEmpty)
        #expect(try structuredData(of: html(CreatorPage(creator: PublicCreator(.sample())), site: site)).isEmpty)
    }

    @Test func previewsShowAPictureByItsAbsoluteAddress() throws {
        let photo = try PublicCreator(.sample { $0.photo = "me.JPG" })
        let site = try Site.sample(baseURL: "https://a.example")
        let page = try html(CreatorPage(creator: photo), site: site)
        #expect(page.contains(#"<meta property="og:image" content="https://a.example/photos/ayu.lestari.jpg">"#))
        #expect(page.contains(#"<meta property="og:type" content="profile">"#))
        #expect(page.contains(#"<meta name="twitter:card" content="summary">"#))
        let others = [
            try html(CreatorPage(creator: PublicCreator(.sample())), site: site),
            try listing([.sample { $0.photo = "me.jpg" }], site: site),
        ]
        for page in others {
            #expect(page.contains(#"<meta property="og:image" content="https://a.example/assets/preview.png">"#))
            #expect(page.contains(#"<meta name="twitter:card" content="summary_large_image">"#))
        }
        #expect(others[1].contains(#"<meta property="og:type" content="website">"#))
        #expect(try !html(CreatorPage(creator: photo)).contains("og:image"))
    }

    @Test func everyLinkIsRelative() throws {
        let page = try creatorPage { $0.categories = [Slug(naming: "Health")].compactMap { $0 } }
        for match in page.matches(of: /(?:href|src|action)="([^"]*)"/) {
            let target = String(match.1)
            #expect(
                !target.hasPrefix("/") && (!target.contains("://") || target.hasPrefix("https://www.tiktok.com/")), "\(target)")
        }
    }

    @Test func formsGoToTheServersAddressWhereTheSiteNamesOne() throws {
        let site = try Site.sample(serverURL: "http://127.0.0.1:8080")
        let page = try html(CreatorPage(creator: PublicCreator(try .sample())), site: site)
        #expect(
            page.contains(#"action="http://127.0.0.1:8080/contact""#)
                && page.contains(#"action="http://127.0.0.1:8080/invite""#))
        #expect(page.contains("form-action &#39;self&#39; http://127.0.0.1:8080"))
    }

    @Test func aCompanyPageShowsNoContacts() throws {
        let company = try Company.sample(
            contacts: ContactDetails([.email: "hello@agency.example"]), introduction: "Write to hello@agency.example")
        #expect(
            try !html(CompanyPage(company: company, topCreators: []), owner: company).contains(
                "agency.example"))
    }

    @Test("N2: no text of a company holds its contacts")
    func aCompanysTextsHoldNoContacts() throws {
        let slug = try #require(Slug("b"))
        let company = Company(
            slug: slug, name: "B", roles: [.mcn], service: "mail boss@b.example", category: "boss@b.example",
            address: "call +628111111111", contacts: ContactDetails([.email: "boss@b.example", .phone: "+628111111111"]),
            accountManager: "Al boss@b.example"
        )
        let pages = [
            try html(CompanyPage(company: company, topCreators: []), owner: company),
            try html(CreatorPage(creator: PublicCreator(.sample())), owner: company),
            try html(HomePage(counts: [:], featured: []), owner: company),
        ]
        for page in pages { #expect(!page.contains("b.example") && !page.contains("8111111111")) }
    }

    @Test func rendersTheSameBytesEveryTime() throws {
        let creator = try Creator.sample { creator in
            creator.statedLabels = [.quickToRespond: true, .postsFrequently: true, .reliableWithSamples: true]
            for metric in Metric.allCases { creator.metrics[metric] = .known(FixedDecimal(millionths: 123_456)) }
        }
        let first = try listing([creator])
        for _ in 0..<5 { #expect(try listing([creator]) == first) }
    }
}
