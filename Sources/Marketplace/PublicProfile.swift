/// A creator's long profile, whose only way out is through a renderer that takes contact details out.
///
/// In Markdown an address can be written with entities and escapes, so it is found only after parsing; the source itself
/// is therefore never shown.
public struct PublicProfile: Hashable, Sendable {
    private let source: String
    private let redaction: ContactRedaction

    init(_ source: String, redaction: ContactRedaction) {
        (self.source, self.redaction) = (source, redaction)
    }

    /// The result of a renderer, which is given the Markdown and what it must do to every text of it.
    public func rendered<Result>(by render: (_ source: String, _ redact: @escaping @Sendable (String) -> String) -> Result)
        -> Result
    {
        render(source, redaction.applied)
    }
}
