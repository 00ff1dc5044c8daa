import Fixtures
import Testing

@testable import Marketplace

@Suite("Creators in bytes")
struct CreatorBytesTests {
    /// A creator of which something of everything is known.
    private func full() throws -> Creator {
        var creator = try Creator.sample("ayu.lestari", market: .vn)
        creator.nickname = "Nguyễn Thị Hoa"
        creator.bio = "Halo\n🙂"
        creator.photo = "ayu.png"
        creator.agency = "Kilau Media"
        creator.profile = LongText("# About\n\nText")
        creator.categories = [try #require(Slug("health")), try #require(Slug("beauty-personal-care"))]
        creator.contacts = ContactDetails([.email: "ayu@mail.example", .zalo: "0812345678"])
        creator.currency = .usd
        creator.metrics[.followers] = .known(FixedDecimal(millionths: 12_000_000))
        creator.metrics[.gmv] = .range(from: FixedDecimal(millionths: 1_000_000), to: nil)
        creator.metrics[.rating] = .closed
        creator.metrics[.score] = .known(FixedDecimal(millionths: 71_500_000))
        creator.statedLabels[.quickToRespond] = false
        creator.updated = CalendarDate("2026-08-31")
        creator.computed.score = FixedDecimal(millionths: 5)
        creator.computed.labels[.reliableWithSamples] = true
        return creator
    }

    private static let changes: [@Sendable (inout Creator) -> Void] = [
        { $0.nickname += "x" }, { $0.market = .sg }, { $0.bio = nil }, { $0.bio = "" }, { $0.photo = nil }, { $0.agency = nil },
        { $0.profile = nil }, { $0.profile = LongText("") }, { $0.profile = LongText("Other") }, { $0.categories.removeLast() },
        { $0.categories.swapAt(0, 1) }, { $0.contacts[.email] = nil }, { $0.contacts[.viber] = "0812345678" },
        { $0.currency = .vnd }, { $0.metrics[.followers] = .missing }, { $0.metrics[.gmv] = .closed },
        { $0.metrics[.rating] = .missing }, { $0.metrics[.score] = .range(from: .zero, to: .zero) },
        { $0.metrics[.score] = .missing }, { $0.statedLabels[.quickToRespond] = true },
        { $0.statedLabels[.quickToRespond] = nil },
        { $0.updated = nil }, { $0.computed.score = nil }, { $0.computed.labels[.reliableWithSamples] = false },
        { $0.hasCommercePermission.toggle() }, { $0.isAuthorized.toggle() }, { $0.showsContact.toggle() },
        { $0.accountType = .official }, { _ in },
    ]

    private func bytes(of creator: Creator) -> [UInt8] {
        var bytes: [UInt8] = []
        creator.append(to: &bytes)
        return bytes
    }

    private func creator(of bytes: [UInt8]) -> Creator? {
        bytes.withUnsafeBytes { source in
            Creator(source) { range in LongText(String(decoding: source[range], as: UTF8.self)) }
        }
    }

    @Test func everythingIsGivenBack() throws {
        for change in Self.changes {
            var creator = try full()
            change(&creator)
            #expect(self.creator(of: bytes(of: creator)) == creator)
        }
        let bare = try Creator.sample("a", market: .id)
        #expect(self.creator(of: bytes(of: bare)) == bare)
    }

    @Test func whateverDiffersShows() throws {
        let all = try Self.changes.map { change in
            var creator = try full()
            change(&creator)
            return bytes(of: creator)
        }
        #expect(Set(all).count == all.count)
        #expect(all.last == bytes(of: try full()))
    }

    @Test func bytesThatAreCutAreNoCreator() throws {
        var creator = try full()
        creator.profile = nil
        let bytes = bytes(of: creator)
        for count in bytes.indices { #expect(self.creator(of: Array(bytes[..<count])) == nil) }
    }

    @Test func damagedBytesCrashNothing() throws {
        var random = SeededGenerator(seed: 7)
        let bytes = bytes(of: try full())
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let found = creator(of: damaged) { #expect(self.creator(of: self.bytes(of: found)) != nil) }
        }
    }
}
