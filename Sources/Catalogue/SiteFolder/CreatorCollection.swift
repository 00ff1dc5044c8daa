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

    init(categories: CategoryList, served: Set<Market>) {
        reader = CreatorFileReader(categories: categories, served: served)
    }

    /// The creators by username.
    var sorted: [Creator] {
        // Sorting names beside their indices moves little; a creator is a large value.
        let names = creators.enumerated().map { (username: $0.element.creator.username, index: $0.offset) }
        return names.sorted { $0.username < $1.username }.map { creators[$0.index].creator }
    }

    mutating func add(_ bytes: [UInt8], file: String) {
        let (read, faults) = reader.read(bytes, file: file)
        diagnostics += faults
        creators.reserveCapacity(creators.count + read.count)
        for located in read {
            let key = located.creator.username.folded
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
            }
        }
    }

    mutating func addProfile(_ text: String, file: String) {
        let profile = ProfileFile(text, file: file)
        diagnostics += profile.diagnostics
        let stem = String(file.dropFirst(ProfileFile.folder.count + 1).dropLast(3))
        guard let index = indices[stem.lowercased()] else {
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
            let creator = creators[index].creator
            if let photo = creator.photo, !known.contains(photo) {
                tellMissing(photo, of: creators[index], names)
            } else if creator.photo == nil, let name = byStem[creator.username.folded] {
                creators[index].creator.photo = name
            }
            if let photo = creators[index].creator.photo { used.insert(photo) }
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
