/// Something that is to be said, before it is known in whose words: a notice, a refusal. The page or the answer that carries
/// it says it in those of its site.
public struct Saying: Sendable {
    private let key: WordingKey
    private let values: [(key: String, value: String)]

    /// - Parameter values: what the places of the text are filled with.
    public init(_ key: WordingKey, _ values: KeyValuePairs<String, String> = [:]) {
        (self.key, self.values) = (key, Array(values))
    }

    func said(in words: Wording) -> String { words.text(of: key).filled(values) }
}

extension Wording {
    /// What is to be said, in these words.
    public func callAsFunction(_ saying: Saying) -> String { saying.said(in: self) }
}
