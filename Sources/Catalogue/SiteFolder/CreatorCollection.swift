import Foundation
import Marketplace

/// Brings the creators of all files together with their profiles and photos.
struct CreatorCollection {
    private let reader: CreatorFileReader
    private var creators: [LocatedCreator] = []
    /// By folded username.
    private var indices: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Suggestions look at every name, so only the first faults get one.
    private var suggestionsLeft = 20

    /// Who was erased is passed over, whatever a file says of them.
    private let wishes: CreatorWishes
    private let shelf: TextShelf?
    /// What is known of lines that were read before.
    let memory: LineMemory?

    /// - Parameter place: where what is known of lines is kept; nil reads all of them.
    init(categories: CategoryList, served: Set<Market>, wishes: CreatorWishes = .none, memory place: LineMemory.Place? = nil) {
        let shelf = TextShelf()
        memory = place.flatMap { place in
            shelf.map { LineMemory(at: place, categories: categories, served: served, wishes: wishes, shelf: $0) }
        }
        (self.shelf, self.wishes) = (shelf, wishes)
        reader = CreatorFileReader(categories: categories, served: served, memory: memory)
    }

    /// The creators by username. Ends the collection, so that records are not held twice any longer than needed.
    consuming func sorted() -> [Creator] {
        // A creator is a large value, and a string is counted: what is sorted is the first bytes of each name with
        // its index, and names are only looked at where these are equal.
        let keys = creators.enumerated().map { (prefix: Self.prefix(of: $0.element.creator.username), index: $0.offset) }
        let order = keys.sorted { a, b in
            if a.prefix != b.prefix { return a.prefix < b.prefix }
            return creators[a.index].creator.username < creators[b.index].creator.username
        }
        return order.map { creators[$0.index].creator }
    }

    /// The first 16 bytes of a name as a number that keeps their order; usernames hold no zero bytes.
    private static func prefix(of username: Username) -> UInt128 {
        var (prefix, count): (UInt128, UInt128) = (0, 0)
        for byte in username.text.utf8.prefix(16) {
            prefix = prefix << 8 | UInt128(byte)
            count += 1
        }
        return prefix << (8 * (16 - count))
    }

    /// Adds the creators of a file.
    ///
    /// - Parameter file: what it is called in the site.
    /// - Throws: what the file system has against reading it.
    mutating func add(_ url: URL, file: String) throws {
        // A piece of the file at a time: a large one has more bytes than everything that is kept of it.
        diagnostics += try reader.read(url, file: file) { add($0) }
    }

    private mutating func add(_ read: [LocatedCreator]) {
        for located in read {
            let key = located.creator.username.folded
            guard !wishes.erased(located.creator.username) else {
                tellErased(located)
                continue
            }
            if let first = indices[key] {
                let place = creators[first]
                diagnostics.append(
                    Diagnostic(
                        .creatorDuplicate, in: located.file, at: located.position,
                        "the username \(located.creator.username.text.quoted) is taken: see \(place.file):\(place.position.line)",
                        fix: "take one of the two records out"))
            } else {
                indices[key] = creators.count
                creators.append(located)
                if let shelf, let profile = located.creator.profile, !profile.isKept {
                    creators[creators.count - 1].creator.profile = shelf.kept(profile.text)
                }
            }
        }
    }

    private mutating func tellErased(_ located: LocatedCreator) {
        diagnostics.append(
            Diagnostic(
                .creatorErased, in: located.file, at: located.position, severity: .warning,
                "this record is of a creator who was erased, and is left out", fix: "run 'plaza erase' for the creator again"))
    }

    /// Checks what the single values do not tell.
    mutating func check(_ rules: CreatorRules) { diagnostics += rules.diagnostics(of: creators) }

    mutating func addProfile(_ text: String, file: String) {
        let profile = ProfileFile(text, file: file)
        diagnostics += profile.diagnostics
        let stem = String(file.dropFirst(ProfileFile.folder.count + 1).dropLast(3))
        guard let index = indices[stem.lowercased()] else {
            if let name = Username(stem), wishes.erased(name) { return }
            let near = suggestion(for: stem, among: creators.lazy.map(\.creator.username.text))
            diagnostics.append(
                Diagnostic(
                    file: file, id: .profileCreator, message: "there is no creator \(stem.quoted) for this profile",
                    fix: near.map { "did you mean '\($0)'?" } ?? "name the file after a creator's username"))
            return
        }
        let located = creators[index]
        if located.creator.profile != nil, !profile.body.isEmpty {
            diagnostics.append(
                Diagnostic(
                    file: file, id: .profileTwice,
                    message:
                        "the creator has a profile here and in the column 'profile' at \(located.file):\(located.position.line)",
                    fix: "keep one of them"))
        }
        diagnostics += profile.apply(
            to: &creators[index].creator, categories: reader.categories, served: reader.served)
    }

    /// Gives each creator without a photo the picture that is named after them, and tells photos that are not there.
    mutating func addPhotos(_ names: [String]) {
        let known = Set(names)
        var byStem: [String: String] = [:]
        for ending in PhotoName.extensions.reversed() {
            for name in names where name.lowercased().hasSuffix("." + ending) {
                if let stem = PhotoName.stem(of: name) { byStem[stem.lowercased()] = name }
            }
        }
        var used: Set<String> = []
        for index in creators.indices {
            guard let photo = creators[index].creator.photo else {
                guard !byStem.isEmpty, let name = byStem[creators[index].creator.username.folded] else { continue }
                creators[index].creator.photo = name
                used.insert(name)
                continue
            }
            if !known.contains(photo) { tellMissing(photo, of: creators[index], names) }
            used.insert(photo)
        }
        for name in names where !used.contains(name) {
            diagnostics.append(
                Diagnostic(
                    file: "photos/" + name, severity: .warning, id: .photoUnused, message: "no creator has this picture",
                    fix: "name it after a creator's username, or in the column 'photo'"))
        }
    }

    private mutating func tellMissing(_ photo: String, of located: LocatedCreator, _ names: [String]) {
        let near = suggestion(for: photo, among: names)
        diagnostics.append(
            Diagnostic(
                .creatorPhoto, in: located.file, at: located.photoPosition ?? located.position,
                "the photo \(photo.quoted) of \(located.creator.username.text.quoted) is not in photos/",
                fix: near.map { "did you mean '\($0)'?" } ?? "put it there, or leave the column empty"))
    }

    private mutating func suggestion(for word: String, among names: some Sequence<String>) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return NearestWord.nearest(to: word, among: names)
    }
}
