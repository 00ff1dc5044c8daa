import Crypto
import Foundation

/// Makes the photos of a site as small as pages show them, without what cameras wrote into them, and keeps the results
/// from build to build.
struct PhotoWorkshop {
    /// Sides of the pictures in pixels: for the creator's page and for cards, both at twice their size on the page.
    static let (pageSide, cardSide) = (256, 112)
    /// More pixels than any camera's picture has.
    static let pixelLimit = 100_000_000

    let source: URL
    let cache: URL
    let tool: PhotoTool?

    /// What became of a photo.
    enum Outcome {
        /// The files for the page and for cards.
        case resized(page: URL, card: URL)
        /// As it is, as there is no tool.
        case copied(URL)
        /// Why no page can show it.
        case unusable(String)
    }

    /// Linear in the photos; those that are in the cache already cost reading them.
    func prepare(_ names: [String]) throws -> [String: Outcome] {
        var outcomes: [String: Outcome] = [:]
        var wanted: [(name: String, key: String, header: PictureHeader)] = []
        for name in names {
            let url = source.appending(path: name)
            guard let data = try? Data(contentsOf: url) else {  // told as what it is: a photo that can't be read
                outcomes[name] = .unusable("it can't be read")
                continue
            }
            let ending = String(name.split(separator: ".").last ?? "")
            guard let header = PictureHeader([UInt8](data)), header.format == PictureHeader.Format(ending: ending) else {
                outcomes[name] = .unusable("it is no .\(ending.lowercased()) picture, whatever its name says")
                continue
            }
            guard header.pixelCount <= Self.pixelLimit else {
                outcomes[name] = .unusable("it has \(header.width) × \(header.height) pixels, and 100 million are the limit")
                continue
            }
            guard let tool else {
                outcomes[name] = .copied(url)
                continue
            }
            let key = Self.key(of: data, tool) + "." + ending.lowercased()
            wanted.append((name, key, header))
        }
        guard let tool else { return outcomes }
        try make(wanted, with: tool)
        for (name, key, _) in wanted {
            let (page, card) = (file(key, Self.pageSide), file(key, Self.cardSide))
            let isThere = [page, card].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
            outcomes[name] = isThere ? .resized(page: page, card: card) : .unusable("the picture is damaged")
        }
        removeStale(
            keeping: Set(
                wanted.flatMap { [file($0.key, Self.pageSide), file($0.key, Self.cardSide)] }.map(\.lastPathComponent)))
        return outcomes
    }

    /// Names the content, the tool and its settings.
    private static func key(of data: Data, _ tool: PhotoTool) -> String {
        var hash = SHA256()
        hash.update(data: Data("\(tool.version) \(pageSide) \(cardSide) 1\n".utf8))
        hash.update(data: data)
        return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private func file(_ key: String, _ side: Int) -> URL { cache.appending(path: "\(side)-\(key)") }

    /// Makes what the cache lacks, in a folder of its own first, so that a killed build leaves no half picture.
    private func make(_ wanted: [(name: String, key: String, header: PictureHeader)], with tool: PhotoTool) throws {
        guard !wanted.isEmpty else { return }
        try FileManager.default.createDirectory(
            at: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let missing = wanted.filter { photo in
            [Self.pageSide, Self.cardSide].contains { !FileManager.default.fileExists(atPath: file(photo.key, $0).path) }
        }
        guard !missing.isEmpty else { return }
        let bench = cache.appending(path: ".making-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: bench) }  // what is left of it is removed by the next build
        for (ending, photos) in Dictionary(grouping: missing, by: { $0.key.split(separator: ".").last ?? "" }).sorted(by: {
            $0.key < $1.key
        }) {
            let input = bench.appending(path: "in-\(ending)")
            try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
            let sources = try photos.enumerated().map { index, photo in
                let copy = input.appending(path: "\(index).\(ending)")
                try Data(contentsOf: source.appending(path: photo.name)).write(to: copy)
                return copy
            }
            for side in [Self.pageSide, Self.cardSide] {
                let output = bench.appending(path: "\(side)-\(ending)")
                try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
                // A tool reads as many names as a command line holds.
                for start in stride(from: 0, to: sources.count, by: 200) {
                    let part = Array(sources[start..<min(start + 200, sources.count)])
                    tool.resize(part, to: side, as: photos[0].header.format, into: output)
                }
                for (photo, copy) in zip(photos, sources) {
                    let made = output.appending(path: copy.lastPathComponent)
                    guard FileManager.default.fileExists(atPath: made.path) else { continue }
                    if photo.header.format == .webp {
                        let bytes = [UInt8](try Data(contentsOf: made))
                        try Data(WebPMetadata.removed(from: bytes)).write(to: made)
                    }
                    let target = file(photo.key, side)
                    if !FileManager.default.fileExists(atPath: target.path) {
                        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: made.path)
                        try FileManager.default.moveItem(at: made, to: target)
                    }
                }
            }
        }
    }

    private func removeStale(keeping names: Set<String>) {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: cache.path)) ?? []  // nothing there, nothing stale
        for name in found where !names.contains(name) {
            try? FileManager.default.removeItem(at: cache.appending(path: name))  // tried again by the next build
        }
    }
}
