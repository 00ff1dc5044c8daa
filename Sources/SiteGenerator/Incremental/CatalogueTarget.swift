/// Where the files of a catalogue go: to the disk, or nowhere, where only their number and size is asked.
protocol CatalogueTarget: Sendable {
    /// The last build, where its files count.
    var beginning: BuildMemory? { get }

    /// Whether a file is there already, as the last build left it.
    func holds(_ path: String) -> Bool

    /// A file that is there already.
    func content(of path: String) throws -> [UInt8]

    /// Takes a file. From several lanes at once; each path once.
    func put(_ bytes: [UInt8], at path: String) throws -> CatalogueOutcome
}

/// What became of a file.
enum CatalogueOutcome: Sendable {
    case written, unchanged
}

/// Takes every file and keeps none; tells which would be written.
struct CountingTarget: CatalogueTarget {
    let beginning: BuildMemory?
    /// The catalogue in place, with "/" at its end.
    let place: String

    func holds(_ path: String) -> Bool { beginning?.holds(path, in: place) ?? false }

    func content(of path: String) throws -> [UInt8] { try FileContent.bytes(at: place + path) }

    func put(_ bytes: [UInt8], at path: String) -> CatalogueOutcome {
        FileContent.equals(bytes, at: place + path) ? .unchanged : .written
    }
}
