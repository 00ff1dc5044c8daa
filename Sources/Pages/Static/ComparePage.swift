public import Marketplace
public import Templating

/// Two to six creators side by side. As a file it is the same for all: its script reads the creators' own pages, so that
/// nothing is shown that those do not show. As an answer of the server it has the creators on it, and needs no script.
public struct ComparePage: Page {
    public let template = "pages/compare"
    /// One folder deep, as the creators' pages are, so that what stands in these leads on from here too.
    public let path = Self.file
    public static let file = "compare/index.html"

    /// The most creators that are compared.
    public static let limit = Comparison.limit
    private let answer: (creators: [PublicCreator], lost: [String])?
    /// How many files the creators' pages stand in; nil where each has its own.
    private let chunkCount: Int?

    public static let shape = Comparison.shape.merging([
        "is_answered": .flag, "has_creators": .flag, "is_short": .flag, "lost_names": .text,
        "chunk_count": .text,
    ])

    public func title(in frame: PageFrame) -> String? { frame.words(.titleCompare) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryCompare) }

    /// The file.
    ///
    /// - Parameter chunkCount: how many files the creators' pages stand in; nil where each has its own.
    public init(chunkCount: Int?) { (answer, self.chunkCount) = (nil, chunkCount) }

    /// The answer of the server.
    ///
    /// - Parameters:
    ///   - creators: in the order in which they were asked for, each once.
    ///   - lost: the names that no listed creator has.
    public init(creators: [PublicCreator], lost: [String]) { (answer, chunkCount) = ((creators, lost), nil) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        guard let answer else {
            return [
                "is_answered": .flag(false), "has_creators": .flag(false), "chunk_count": .text(chunkCount.map(String.init)),
            ]
        }
        let values: TemplateRecord = [
            "is_answered": .flag(true), "has_creators": .flag(!answer.creators.isEmpty),
            "is_short": .flag(answer.creators.count < 2),
            "lost_names": .text(answer.lost.isEmpty ? nil : answer.lost.map { "@" + $0 }.joined(separator: ", ")),
        ]
        return values.merging(Comparison(creators: answer.creators, words: frame.words).values(root: root, in: frame))
    }

    /// The page with some creators on it.
    static func address(of creators: [PublicCreator], root: String) -> String {
        let names = creators.map { "creator=" + $0.username.text }
        return root + file + "?" + names.joined(separator: "&")
    }
}
