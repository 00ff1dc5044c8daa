import FacetIndex
import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import NIOPosix

/// The pages of creators that a build puts many in a file, one by one for browsers without script, and as their creators
/// want them to be shown now.
struct ChunkedPages: Sendable {
    let folder: URL
    /// The page of a creator who differs from the build; nil for everyone else; throws `Problem` 404 where they were erased.
    let pageOfWish: @Sendable (Username) throws -> [UInt8]?

    init(folder: URL, pageOfWish: @escaping @Sendable (Username) throws -> [UInt8]?) {
        (self.folder, self.pageOfWish) = (folder, pageOfWish)
    }

    /// A creator's page as it was built; nil where there is none, or where each stands in a file of its own.
    func page(of username: Username) async throws -> [UInt8]? {
        try await NIOThreadPool.singleton.runIfActive {
            guard let count = chunkCount else { return nil }
            let path = PageChunk.path(PageChunk.number(of: username, among: count), of: count)
            return try chunk(at: path)?.page(of: username)?.html
        }
    }

    /// A whole file of pages in which somebody differs from the build, as it is to be shown now; nil where nobody does.
    func chunkOfWishes(at path: StaticPath) async throws -> Response? {
        try await NIOThreadPool.singleton.runIfActive {
            guard let chunk = try chunk(at: path.parts.joined(separator: "/")) else { return nil }
            var isChanged = false
            let pages = try chunk.pages.compactMap { page -> PageChunk.Page? in
                do {
                    guard let html = try pageOfWish(page.username) else { return page }
                    isChanged = true
                    return PageChunk.Page(username: page.username, html: html)
                } catch is Problem {
                    isChanged = true
                    return nil
                }
            }
            return isChanged ? Answer.file(PageChunk(pages).packed, type: "application/octet-stream") : nil
        }
    }

    /// How many files there are; nil where there are none.
    private var chunkCount: Int? {
        // No folder: each page is a file.
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: PageChunk.folder).path)
        return names?.compactMap { Int($0) }.first
    }

    private func chunk(at path: String) throws -> PageChunk? {
        guard let bytes = try? Data(contentsOf: folder.appending(path: path)) else { return nil }  // there is no such file
        return try PageChunk(packed: [UInt8](bytes))
    }
}
