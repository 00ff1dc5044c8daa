import ArgumentParser
import Catalogue
import Foundation
import Marketplace
import SiteGenerator
import Store

struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erases a creator from the store, the site's files and what is built of them.",
        discussion: """
            Keeps a salted mark only, by which the creator is not invited and not taken into the catalogue again. Backups and \
            copies of the catalogue on other hosts are yours to see to. Without a name, lists who asked to be erased.
            """)

    @Argument(help: "The creator's username, in any case. Without one, lists who asked for it.")
    var username: String?

    @OptionGroup var option: SiteOption

    func run() async throws {
        guard let text = username else { return try await listRequests() }
        guard let name = Username(text.hasPrefix("@") ? String(text.dropFirst()) : text) else {
            throw ValidationError("'\(text)' is no username.")
        }
        try await option.withStore { store in
            let site = option.workspace.folders.site
            let lock = try ProcessLock(at: site.appending(path: "site.yaml"), waits: true)
            let folder = SiteFolder(site)
            let (files, faults) = SiteReader.creatorFiles(in: folder)
            let (snapshots, more) = SiteReader.snapshotFiles(in: folder)
            // A file that cannot be read could hold the creator.
            try Console.report((faults + more).filter { $0.severity == .error })
            let erasure = CreatorErasure(of: name, from: files + snapshots)
            let subject = ErasureSubject(username: name, names: erasure.names, addresses: erasure.addresses)
            guard try await isKnown(subject, erasure, in: store) else {
                throw EraseFailure.unknown(name.text)
            }
            let report = try await store.erase(subject, at: Date())
            let removed = try remove(name, erasure, from: site)
            _ = consume lock
            tell(report, erasure, removed)
            try await rebuild()
            try tellMentions(of: subject)
        }
    }

    private func isKnown(_ subject: ErasureSubject, _ erasure: CreatorErasure, in store: Store) async throws -> Bool {
        if erasure.recordCount > 0 { return true }
        return try await store.knows(subject.username)
    }

    /// - Returns: the paths of the files that were taken away.
    private func remove(_ name: Username, _ erasure: CreatorErasure, from site: URL) throws -> [String] {
        for file in erasure.files {
            try Data(file.bytes).write(to: site.appending(path: file.path), options: .atomic)
        }
        var gone: [String] = []
        let profiles = site.appending(path: "profiles")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: profiles.path)) ?? []  // no folder, no profile
        let own = names.filter { $0.lowercased() == name.folded + ".md" }.map { "profiles/" + $0 }
        let pictures = erasure.photos.map { SiteReader.photoFolder + "/" + $0 }
        let drawn =
            (try? FileManager.default.contentsOfDirectory(atPath: site.appending(path: SiteReader.photoFolder).path)) ?? []
        let named = drawn.filter { ($0 as NSString).deletingPathExtension.lowercased() == name.folded }.map {
            SiteReader.photoFolder + "/" + $0
        }
        for path in Set(own + pictures + named).sorted() {
            let url = site.appending(path: path)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            try FileManager.default.removeItem(at: url)
            gone.append(path)
        }
        return gone
    }

    private func tell(_ report: ErasureReport, _ erasure: CreatorErasure, _ removed: [String]) {
        if report.isRepeated { Console.result("was erased before; what came back is erased now") }
        Console.result(
            "store: \(report.invitations) invitations made nameless, \(report.queued) taken out of the queue, "
                + "\(report.reveals) reveals made nameless, \(report.remarks) remarks removed, \(report.texts) texts cleaned")
        Console.result(
            report.isRewritten
                ? "store: written anew, without free space"
                : "store: written anew; its log is emptied when the running server lets go of it")
        Console.result(
            "files: \(erasure.recordCount) records taken out of \(erasure.files.count) files"
                + (removed.isEmpty ? "" : ", removed \(removed.joined(separator: ", "))"))
    }

    /// Builds where there was a build: what it made still names the creator.
    private func rebuild() async throws {
        let workspace = option.workspace
        try workspace.folders.removeLineMemory()  // it has their line
        let built = [workspace.folders.output, workspace.folders.catalogueFolder]
        guard built.contains(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            Console.result("site: not built yet")
            return
        }
        let theme = try workspace.theme()
        let wishes = try await workspace.wishes()
        let stamp = workspace.stamp(theme: theme, wishes: wishes)
        do {
            try await workspace.build(try workspace.catalogue(wishes: wishes, isToBuild: true), theme: theme, stamp: stamp)
        } catch {
            Console.progress(
                "plaza: error: the store is clean, but the catalogue could not be built anew and still names the creator")
            throw error
        }
        Console.result("site: built anew")
    }

    /// Names files of the site that still mention the creator, in other people's words.
    private func tellMentions(of subject: ErasureSubject) throws {
        let site = option.workspace.folders.site
        let needles = ([subject.username.text] + subject.addresses).filter { $0.utf8.count >= 4 }.map { Data($0.utf8) }
        guard let paths = FileManager.default.enumerator(atPath: site.path) else { return }
        let found = paths.compactMap { $0 as? String }.sorted().filter { path in
            // What cannot be read as a file is a folder.
            guard let bytes = try? Data(contentsOf: site.appending(path: path), options: .alwaysMapped) else { return false }
            return needles.contains { bytes.range(of: $0) != nil }
        }
        guard !found.isEmpty else { return Console.result("nothing in the site's folder names the creator any more") }
        for path in found { Console.progress("\(path): warning: this file still mentions the creator; take it out by hand") }
    }

    private func listRequests() async throws {
        try await option.withStore { store in
            for (creator, requested) in try await store.erasureRequests() {
                Console.result("\(creator)\t\(requested.rfc3339)")
            }
        }
    }
}

/// Why nobody was erased.
private enum EraseFailure: Error, CustomStringConvertible {
    case unknown(String)

    var description: String {
        switch self {
        case .unknown(let name): "nobody called '\(name)' is in the catalogue or in the store; look at how the name is written."
        }
    }
}
