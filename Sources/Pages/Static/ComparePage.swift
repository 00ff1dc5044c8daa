public import Marketplace
public import Templating

/// Two to six creators side by side. As a file it is the same for all: its script reads the creators' own pages, so that
/// nothing is shown that those do not show. As an answer of the server it has the creators on it, and needs no script.
public struct ComparePage: Page {
    public let template = "pages/compare"
    /// One folder deep, as the creators' pages are, so that what stands in these leads on from here too.
    public let path = "compare/index.html"

    /// The most creators that are compared.
    public static let limit = Comparison.limit
    private let answer: (creators: [PublicCreator], lost: [String])?

    public static let shape = Comparison.shape.merging([
        "is_answered": .flag, "has_creators": .flag, "is_short": .flag, "lost_names": .text,
    ])

    public func title(in frame: PageFrame) -> String? { frame.words(.titleCompare) }
    public func summary(in frame: PageFrame) -> String { frame.words(.summaryCompare) }

    /// The file.
    public init() { answer = nil }

    /// The answer of the server.
    ///
    /// - Parameters:
    ///   - creators: in the order in which they were asked for, each once.
    ///   - lost: the names that no listed creator has.
    public init(creators: [PublicCreator], lost: [String]) { answer = (creators, lost) }

    public func values(in frame: PageFrame) -> TemplateRecord {
        guard let answer else { return ["is_answered": .flag(false), "has_creators": .flag(false)] }
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
        return root + "compare/index.html?" + names.joined(separator: "&")
    }
}
