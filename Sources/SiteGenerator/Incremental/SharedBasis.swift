public import Foundation

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
