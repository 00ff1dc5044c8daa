import FacetIndex
import Marketplace

/// Why a build made a file of the catalogue, or did not.
struct BuildExplanation {
    /// For people; one sentence.
    let text: String

    /// - Parameters:
    ///   - path: as it was asked for.
    ///   - files: of the build.
    ///   - memory: what the build began with; nil where it began with nothing.
    init(of path: String, in files: [CatalogueRun.Entry], before memory: BuildMemory?, shared: SharedBasis?) {
        let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        let place = files.contains { $0.path == path } ? path : Self.chunk(with: path, in: files)
        guard let entry = files.first(where: { $0.path == place }) else {
            text = "\(path): there is no such file in the catalogue; name it as it stands below public/"
            return
        }
        let done = entry.outcome == .written ? "written" : "not written, as its bytes are the same"
        text = "\(entry.path): " + Self.reason(of: entry, done, before: memory, shared: shared)
    }

    /// The file that a creator's page stands in with others; nil where it is none's page, or all have files of their own.
    private static func chunk(with path: String, in files: [CatalogueRun.Entry]) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count == 2, parts[0] == "creators", parts[1].hasSuffix(".html"),
            let username = Username(String(parts[1].dropLast(".html".count))),
            let count = files.lazy.compactMap({ PageChunk.count(byPath: $0.path) }).first
        else { return nil }
        return PageChunk.path(PageChunk.number(of: username, among: count), of: count)
    }

    private static func reason(of entry: CatalogueRun.Entry, _ done: String, before memory: BuildMemory?, shared: SharedBasis?)
        -> String
    {
        guard let memory, let shared else { return "written: nothing is remembered of an earlier build, so all was made" }
        guard let before = memory.files[entry.path] else { return "written: there was no such file before" }
        let ofAll = shared.differences(from: memory.shared)
        guard ofAll.isEmpty else { return "made, and \(done): \(ofAll.joined(separator: "; "))" }
        guard let basis = entry.file.basis, let old = before.basis else {
            return "made, and \(done): it is made by every build, and compared"
        }
        let own = basis.differences(from: old)
        if !own.isEmpty { return "made, and \(done): \(own.joined(separator: "; "))" }
        return entry.outcome == .written
            ? "written: somebody changed it or took it away" : "not made: nothing that it is made from has changed"
    }
}
