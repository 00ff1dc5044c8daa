import Fixtures
import Foundation
import Marketplace
import Testing

@Suite("The directory of creators")
struct CreatorDirectoryTests {
    @Test(arguments: [0, 1, 2, 3, 7, 500])
    func findsEachCreatorAndNobodyElse(count: Int) throws {
        let creators = try (0..<count).map { number in
            try Creator.sample("user\(number * 7919 % 1009)") { $0.bio = String(repeating: "é\n\"", count: number % 50) }
        }
        let directory = CreatorDirectory(CreatorDirectory.contents(of: creators))
        for creator in creators { #expect(try directory.creator(creator.username) == creator) }
        for name in ["user", "user1010", "a", "zzz", "user1x"] { #expect(try directory.creator(.sample(name)) == nil) }
    }

    @Test func keepsEveryFieldOfACreator() throws {
        let full = try Creator.sample(agency: "Kilau Media") { creator in
            creator.nickname = "Ayu \"A\" \u{202e} \\ ✨\n"
            creator.bio = "b"
            creator.profile = LongText("# p\r\n\t\u{1}")
            creator.photo = "ayu.jpg"
            creator.categories = [Slug(naming: "Health"), Slug(naming: "Shoes")].compactMap { $0 }
            creator.hasCommercePermission = false
            creator.accountType = .marketing
            creator.isAuthorized = false
            creator.showsContact = false
            creator.contacts = ContactDetails([.email: "a@b.example", .line: "x"])
            creator.currency = .usd
            for (index, metric) in Metric.allCases.enumerated() {
                creator.metrics[metric] = .known(FixedDecimal(millionths: Int64(index) * 123_457))
            }
            creator.metrics[.gmv] = .range(from: FixedDecimal(millionths: 5), to: nil)
            creator.metrics[.products] = .range(from: .zero, to: FixedDecimal(millionths: 10_000_000))
            creator.statedLabels = [.postsFrequently: false, .quickToRespond: true]
            creator.updated = CalendarDate("2026-09-30")
        }
        let directory = CreatorDirectory(CreatorDirectory.contents(of: [full]))
        #expect(try directory.creator(full.username) == full)
    }

    @Test func aDamagedRecordIsAnError() throws {
        let directory = CreatorDirectory(Data("{\"username\":\"ayu\",\"nickname\"\n".utf8))
        #expect(throws: DecodingError.self) { try directory.creator(.sample("ayu")) }
    }
}
