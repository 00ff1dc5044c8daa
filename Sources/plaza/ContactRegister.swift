import Catalogue
import Foundation
import Marketplace
import Store

/// Keeps the store's list of where contact details came from, while an import changes them. Only a site that has a store has
/// such a list: before the first `plaza serve` nobody can see a contact.
struct ContactRegister {
    private let workspace: Workspace

    /// Nil where the site has no store. What stands in the site's files already is registered as their own.
    init?(_ workspace: Workspace) async throws {
        guard FileManager.default.fileExists(atPath: workspace.storeFile.path) else { return nil }
        self.workspace = workspace
        try await register(from: SiteReader.creatorFolder + "/")
    }

    /// Registers what is new or changed since the last time.
    ///
    /// - Parameter file: the file that brought it.
    func register(from file: String) async throws {
        // Faults of the input are told by others; what cannot be read has no contacts yet.
        let wishes = try await workspace.wishes()
        guard let catalogue = SiteReader.read(workspace.siteFolder, wishes: wishes).catalogue else { return }
        let store = try workspace.store()
        try await store.registerContacts(
            of: catalogue.creators.map { ($0.username, $0.contacts) },
            source: file.split(separator: "/").count > 1 ? URL(filePath: file).lastPathComponent : file,
            basis: catalogue.site.correspondence.contactBasis, at: Date())
        try store.close()
    }
}
