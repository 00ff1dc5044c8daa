/// Something that is to be said, before it is known in whose words: a notice, a refusal, a fault of a form. The page or the
/// answer that carries it says it in those of its site.
public struct Saying: Sendable {
    let said: @Sendable (_ words: Wording) -> String

    init(said: @escaping @Sendable (_ words: Wording) -> String) { self.said = said }

    /// - Parameter values: what the places of the text are filled with.
    public init(_ key: WordingKey, _ values: KeyValuePairs<String, String> = [:]) {
        self.init { $0.text(of: key).filled(values) }
    }

    /// Several, one after the other.
    public init(_ sayings: [Saying]) {
        self.init { words in sayings.map { words($0) }.joined(separator: " ") }
    }
}

extension Wording {
    /// What is to be said, in these words.
    public func callAsFunction(_ saying: Saying) -> String { saying.said(self) }
}
