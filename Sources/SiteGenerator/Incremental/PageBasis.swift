public import Foundation

/// What a page of a creator or of a list is made from, apart from what all pages share. A page whose basis is the same has
/// the same bytes, so it need not be made again.
struct PageBasis: Hashable, Sendable {
    /// The creator's own record, with what is worked out from it and its photo; of a list nothing.
    var record: Fingerprint = 0
    /// Of a creator, where they stand in the market; of a list, all creators of the market.
    var market: Fingerprint
    /// What earlier imports said of the creator.
    var history: Fingerprint = 0
    /// The similar creators that the page shows.
    var neighbours: Fingerprint = 0

    /// What differs, in words for people; empty where nothing does.
    func differences(from other: PageBasis) -> [String] {
        [
            (record != other.record, "the creator's record or photo changed"),
            (market != other.market, "the creators of the market changed, and with them what it is held against"),
            (history != other.history, "the creator's snapshots changed"),
            (neighbours != other.neighbours, "the similar creators on it changed"),
        ].filter(\.0).map(\.1)
    }
}

/// What every page of a site is made from.
public struct SharedBasis: Hashable, Sendable {
    /// The program, by its version, and its file's size and time.
    var program: Fingerprint
    /// The templates, phrases and assets.
    var theme: Fingerprint
    /// `site.yaml` and the companies.
    var site: Fingerprint
    /// Whether photos have smaller ones for cards.
    var hasCardPhotos = false

    /// - Parameters:
    ///   - program: changes whenever the program does.
    ///   - theme: the folders of templates, phrases and assets.
    ///   - site: the files that say what the site and its companies are.
    public init(program: String, theme: [URL], site: [URL]) {
        var name = FingerprintBytes()
        name.append(program)
        self.init(
            program: name.fingerprint, theme: Self.fingerprint(of: theme), site: Self.fingerprint(of: site),
            hasCardPhotos: false)
    }

    init(program: Fingerprint, theme: Fingerprint, site: Fingerprint, hasCardPhotos: Bool) {
        (self.program, self.theme, self.site, self.hasCardPhotos) = (program, theme, site, hasCardPhotos)
    }

    /// Of the names and contents of some files, and of all files below some folders; what is not there counts as not there.
    private static func fingerprint(of places: [URL]) -> Fingerprint {
        var bytes = FingerprintBytes()
        for place in places {
            bytes.append(place.lastPathComponent)
            let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
            for name in [""] + names.sorted() {
                guard let content = try? Data(contentsOf: name.isEmpty ? place : place.appending(path: name)) else {
                    continue  // a folder, or gone
                }
                bytes.append(name)
                bytes.append(content.count)
                bytes.append(contentsOf: content)
            }
        }
        return bytes.fingerprint
    }

    /// What differs, in words for people; empty where nothing does.
    func differences(from other: SharedBasis) -> [String] {
        [
            (program != other.program, "the program is another one"),
            (theme != other.theme, "a template, phrase or asset changed"),
            (site != other.site, "site.yaml or a company changed"),
            (hasCardPhotos != other.hasCardPhotos, "there is another tool for photos"),
        ].filter(\.0).map(\.1)
    }
}
