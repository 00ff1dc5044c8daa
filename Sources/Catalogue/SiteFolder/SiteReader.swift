public import Foundation
public import Marketplace

/// Reads the folder of a site and tells every fault of it at once.
public struct SiteReader: Sendable {
    /// The folder of the files of creators.
    public static let creatorFolder = "creators"
    /// The folder of the pictures.
    public static let photoFolder = "photos"

    private let folder: SiteFolder
    private var diagnostics: [Diagnostic] = []

    private let today: CalendarDate?

    private let wishes: CreatorWishes
    private let memory: LineMemory.Place?

    private init(
        _ folder: SiteFolder, today: CalendarDate? = nil, wishes: CreatorWishes = .none, memory: LineMemory.Place? = nil
    ) {
        (self.folder, self.today, self.wishes, self.memory) = (folder, today, wishes, memory)
    }

    /// Reads a site.
    ///
    /// - Parameters:
    ///   - folder: the folder that holds `site.yaml`.
    ///   - today: the day that no figure may be later than; nil where days are not checked.
    ///   - wishes: what the creators decided, and who was erased: the catalogue is as they want it.
    ///   - memory: where what was read of the lines is kept from build to build; nil reads all of them.
    /// - Returns: the catalogue, nil only where `site.yaml` or the site's own company can't be used at all; and all
    ///   diagnostics, sorted. With errors among them the catalogue is incomplete and must not be built. Linear in the
    ///   size of the files, but for sorting.
    public static func read(
        _ folder: URL, today: CalendarDate? = nil, wishes: CreatorWishes = .none, memory: LineMemory.Place? = nil
    ) -> (catalogue: SiteCatalogue?, diagnostics: [Diagnostic]) {
        read(SiteFolder(folder), today: today, wishes: wishes, memory: memory)
    }

    /// Reads a site.
    public static func read(
        _ folder: SiteFolder, today: CalendarDate? = nil, wishes: CreatorWishes = .none, memory: LineMemory.Place? = nil
    ) -> (catalogue: SiteCatalogue?, diagnostics: [Diagnostic]) {
        var reader = SiteReader(folder, today: today, wishes: wishes, memory: memory)
        let catalogue = reader.catalogue()?.applying(wishes)
        return (catalogue, reader.diagnostics.sorted())
    }

    /// The files of creators with their bytes, sorted by name; what can't be read is told.
    public static func creatorFiles(in folder: SiteFolder) -> (files: [CreatorFile], diagnostics: [Diagnostic]) {
        var reader = SiteReader(folder)
        let files = reader.creatorFileNames().compactMap { path in
            reader.bytes(of: path).map { CreatorFile(path: path, bytes: $0) }
        }
        return (files, reader.diagnostics.sorted())
    }

    /// The files of `snapshots/` with their bytes, sorted by name; what can't be read is told.
    public static func snapshotFiles(in folder: SiteFolder) -> (files: [CreatorFile], diagnostics: [Diagnostic]) {
        var reader = SiteReader(folder)
        let files = reader.snapshotFileNames().compactMap { path in
            reader.bytes(of: path).map { CreatorFile(path: path, bytes: $0) }
        }
        return (files, reader.diagnostics.sorted())
    }

    private mutating func catalogue() -> SiteCatalogue? {
        let siteFile = siteFile()
        let (companies, companyPaths) = companies()
        // Without a site its defaults stand in, so that the creators are checked all the same.
        let categories = siteFile?.site?.categories ?? .standard
        let served = Set(siteFile?.site?.markets ?? Market.allCases)
        let photos = photoFiles()
        var creators = CreatorCollection(categories: categories, served: served, wishes: wishes, memory: memory)
        for path in creatorFileNames() {
            _ = take(folder.read(path) { try creators.add($0, file: path) }, of: path)
        }
        for path in markdownNames(in: ProfileFile.folder) {
            if let text = text(of: path) { creators.addProfile(text, file: path) }
        }
        creators.addPhotos(photos)
        creators.check(CreatorRules(categories: siteFile?.site?.marketCategories ?? [:], today: today))
        diagnostics += creators.diagnostics

        guard let siteFile, let site = siteFile.site, let owner = owner(of: site, siteFile, companies, companyPaths) else {
            return nil
        }
        let lines = creators.memory
        return SiteCatalogue(
            site: site, owner: owner, companies: companies.sorted { $0.slug < $1.slug }, creators: creators.sorted(),
            snapshots: snapshots(), photoFiles: photos, lines: lines)
    }

    /// Reads `site.yaml` and the companies, and nobody's record.
    ///
    /// - Returns: a catalogue without creators, nil where `site.yaml` or the site's own company can't be used; and what
    ///   is wrong with those files.
    public static func readWithoutCreators(_ folder: URL) -> (catalogue: SiteCatalogue?, diagnostics: [Diagnostic]) {
        var reader = SiteReader(SiteFolder(folder))
        let siteFile = reader.siteFile()
        let (companies, paths) = reader.companies()
        guard let siteFile, let site = siteFile.site, let owner = reader.owner(of: site, siteFile, companies, paths) else {
            return (nil, reader.diagnostics.sorted())
        }
        let catalogue = SiteCatalogue(
            site: site, owner: owner, companies: companies.sorted { $0.slug < $1.slug }, creators: [], snapshots: [:],
            photoFiles: [])
        return (catalogue, reader.diagnostics.sorted())
    }

    private mutating func owner(of site: Site, _ file: SiteFile, _ companies: [Company], _ paths: [String]) -> Company? {
        let owner = companies.first { $0.slug == site.company }
        if owner == nil, !paths.contains(path(of: site.company)) { tellMissing(site.company, file, paths) }
        return owner
    }

    /// By folded username, in the order of the days.
    private mutating func snapshots() -> [String: [Snapshot]] {
        var snapshots: [String: [Snapshot]] = [:]
        for path in snapshotFileNames() {
            guard let bytes = bytes(of: path) else { continue }
            let (file, faults) = SnapshotFile.read(CreatorFile(path: path, bytes: bytes), keepsSource: false)
            diagnostics += faults
            guard let file else { continue }
            tellFuture(file)
            for record in file.records {
                snapshots[record.username.folded, default: []].append(
                    Snapshot(date: file.date, currency: record.currency, metrics: record.metrics))
            }
        }
        return snapshots
    }

    private mutating func tellFuture(_ file: SnapshotFile) {
        guard let today, FutureRule.isFuture(file.date, today: today) else { return }
        diagnostics.append(
            Diagnostic(
                file: file.path, id: .creatorFuture,
                message: "these snapshots are of a day that is yet to come: today is \(today)",
                fix: "name the file after the day that its figures are of"))
    }

    // MARK: site.yaml and companies

    private mutating func siteFile() -> SiteFile? {
        if case .absent = folder.content(of: SiteFile.name) {
            diagnostics.append(
                Diagnostic(
                    file: SiteFile.name, id: .fileUnreadable, message: "the site has no site.yaml",
                    fix: "write one with 'name' and 'company', or name the folder that holds it"))
            return nil
        }
        guard let text = text(of: SiteFile.name) else { return nil }
        let file = SiteFile(text)
        diagnostics += file.diagnostics
        if let logo = file.site?.look.logo, let fault = LookReader.fault(of: logo, in: folder, at: file.logoPosition) {
            diagnostics.append(fault)
        }
        return file
    }

    private mutating func companies() -> (companies: [Company], paths: [String]) {
        let paths = markdownNames(in: CompanyFile.folder)
        var companies: [Company] = []
        for path in paths {
            let stem = String(path.dropFirst(CompanyFile.folder.count + 1).dropLast(3))
            guard let slug = Slug(stem) else {
                diagnostics.append(
                    Diagnostic(
                        file: path, id: .companyName, message: "\(stem.quoted) is no name of a company's file",
                        fix: Slug(naming: stem).map { "name it \($0).md" }
                            ?? "name it with lower-case letters, digits and hyphens"))
                continue
            }
            guard let text = text(of: path) else { continue }
            let file = CompanyFile(text, slug: slug, file: path)
            diagnostics += file.diagnostics
            if let company = file.company { companies.append(company) }
        }
        return (companies, paths)
    }

    private func path(of company: Slug) -> String { "\(CompanyFile.folder)/\(company).md" }

    private mutating func tellMissing(_ company: Slug, _ file: SiteFile, _ paths: [String]) {
        let stems = paths.map { String($0.dropFirst(CompanyFile.folder.count + 1).dropLast(3)) }
        diagnostics.append(
            Diagnostic(
                .siteCompany, in: SiteFile.name, at: file.companyPosition, "there is no \(path(of: company))",
                fix: NearestWord.nearest(to: company.text, among: stems).map { "did you mean '\($0)'?" } ?? "write that file"))
    }

    // MARK: Names

    private mutating func creatorFileNames() -> [String] {
        names(in: Self.creatorFolder, endingWith: [".csv", ".jsonl"], told: "creators are read from .csv and .jsonl files")
    }

    private mutating func snapshotFileNames() -> [String] {
        names(in: SnapshotFile.folder, endingWith: [".jsonl"], told: "snapshots are .jsonl files that an import writes")
    }

    private mutating func markdownNames(in folder: String) -> [String] {
        names(in: folder, endingWith: [".md"], told: "\(folder) are read from .md files")
    }

    /// The pictures, by name; links that lead nowhere or out of the site are told.
    private mutating func photoFiles() -> [String] {
        let endings = PhotoName.extensions.map { "." + $0 }
        let paths = names(in: Self.photoFolder, endingWith: endings, told: "photos are .jpg, .jpeg, .png and .webp files")
        return paths.compactMap { path in
            if folder.holdsFile(path) { return String(path.dropFirst(Self.photoFolder.count + 1)) }
            diagnostics.append(
                Diagnostic(
                    file: path, id: .fileOutside, message: "this is no file of the site", fix: "put a copy of the picture here")
            )
            return nil
        }
    }

    /// The paths of a folder's files with one of the endings; others are told as not read.
    private mutating func names(in name: String, endingWith endings: [String], told: String) -> [String] {
        let (names, fault) = folder.names(in: name)
        if let fault { diagnostics.append(fault) }
        return names.compactMap { entry in
            let path = name + "/" + entry
            if endings.contains(where: { entry.lowercased().hasSuffix($0) }) { return path }
            diagnostics.append(
                Diagnostic(
                    file: path, severity: .warning, id: .fileUnused, message: "this file is not read: \(told)",
                    fix: "rename it, or take it out"))
            return nil
        }
    }

    // MARK: Content

    private mutating func bytes(of path: String) -> [UInt8]? { take(folder.content(of: path), of: path) }

    /// What was found of a file; nil where it could not be read, which is told.
    private mutating func take<Content>(_ found: SiteFolder.Found<Content>, of path: String) -> Content? {
        switch found {
        case .content(let content): return content
        case .fault(let fault): diagnostics.append(fault)
        case .absent:
            diagnostics.append(
                Diagnostic(file: path, id: .fileUnreadable, message: "this file went away", fix: "check the site again"))
        }
        return nil
    }

    /// The text of a small file, with line breaks as LF and without a byte order mark.
    private mutating func text(of path: String) -> String? {
        guard let bytes = bytes(of: path) else { return nil }
        let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        if let text = String(validating: bytes[start...], as: UTF8.self) {
            return text.utf8.contains(0x0d) ? text.withLineFeeds : text
        }
        let offset = UTF8Fault.firstInvalidByte(in: bytes[start...]) ?? start
        let before = bytes[start..<offset]
        let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? start
        let position = SourcePosition(line: before.count { $0 == 0x0a } + 1, column: offset - lineStart + 1)
        diagnostics.append(
            Diagnostic(
                .fileEncoding, in: path, at: position, "the file is not UTF-8 from here on", fix: "save the file as UTF-8"))
        return nil
    }
}

/// A file of creators of a site.
public struct CreatorFile: Hashable, Sendable {
    /// The path inside the site, such as "creators/june.csv".
    public let path: String
    /// The whole content.
    public let bytes: [UInt8]

    /// A file as it is, or as it is to be written.
    public init(path: String, bytes: [UInt8]) {
        (self.path, self.bytes) = (path, bytes)
    }
}
