import Fixtures
import Marketplace
import Testing

@Suite("Usernames, slugs, dates and categories")
struct NamesTests {
    @Test(arguments: ["a", "_.x", ".jmwalton", "Ayu-99", String(repeating: "a", count: 64)])
    func readsUsernames(text: String) { #expect(Username(text)?.text == text) }

    @Test(arguments: [
        "", ".", "..", "@ayu", "a b", "a/b", "ayu\u{301}", "ณัฐ", "a\n", "a\u{0}", String(repeating: "a", count: 65),
    ])
    func refusesWhatCannotNameAFile(text: String) { #expect(Username(text) == nil) }

    @Test(arguments: [
        ("Beauty & Personal Care", "beauty-personal-care"), ("Kids' Fashion", "kids-fashion"),
        ("Kids’ Fashion", "kids-fashion"),
        ("Books, Magazines & Audio", "books-magazines-audio"), ("  Pre-Owned ", "pre-owned"),
    ])
    func makesSlugs(name: String, slug: String) { #expect(Slug(naming: name)?.text == slug) }

    @Test(arguments: ["", "&", "ความงาม"])
    func makesNoSlugOfNothing(name: String) { #expect(Slug(naming: name) == nil) }

    @Test(arguments: ["2026-09-30", "2024-02-29", "0001-01-01"])
    func readsDays(text: String) { #expect(CalendarDate(text)?.description == text) }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-9-30", "30.09.2026", "2026-09-31", "", "2026-09-30T00:00", "٢٠٢٦-٠٩-٣٠",
    ])
    func refusesDaysThatAreNone(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(arguments: [
        ("Health", "health"), ("beauty", "beauty-personal-care"), ("601450", "beauty-personal-care"),
        ("Toys & Hobbies", "toys-hobbies"),
        ("books", "books-magazines-audio"), ("FOOD & BEVERAGES", "food-beverages"), ("pet supplies", "pet-supplies"),
    ])
    func findsTheCategoryThatIsMeant(text: String, slug: String) {
        #expect(CategoryList.standard.category(meant: text)?.slug.text == slug)
    }

    @Test(arguments: ["Comedy", "Fashion", "", "Home", "Care", "Personal Care"])
    func findsNoCategoryWhereNoneOrSeveralAreMeant(text: String) {
        #expect(CategoryList.standard.category(meant: text) == nil)
    }

    @Test func linksToEachChannel() {
        #expect(ContactChannel.whatsapp.link(to: "+62 812-3456") == "https://wa.me/628123456")
        #expect(ContactChannel.viber.link(to: "+63 9171") == "viber://chat?number=%2B639171")
        #expect(ContactChannel.email.link(to: "a b@c.example") == nil)
        #expect(ContactChannel.email.link(to: "a?x@c.example") == "mailto:a%3Fx@c.example")
        #expect(ContactChannel.line.link(to: "\"><script>") == "https://line.me/R/ti/p/~%22%3E%3Cscript%3E")
        #expect(ContactChannel.phone.link(to: "none") == nil)
    }

    @Test(arguments: CreatorColumn.allCases)
    func aColumnStandsForWhatHasItsName(column: CreatorColumn) {
        #expect(column.metric == Metric(rawValue: column.rawValue))
        #expect(column.channel == ContactChannel(rawValue: column.rawValue))
        #expect(column.label == WorkingLabel(rawValue: column.rawValue))
    }
}
