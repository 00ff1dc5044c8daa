/// A creator's long profile, whose only way out is through a renderer that takes contact details out.
///
/// In Markdown an address can be written with entities and escapes, so it is found only after parsing; the source itself
/// is therefore never shown.
public struct PublicProfile: Hashable, Sendable {
    private let source: LongText
    /// What is taken out of it, which nothing else can ask for.
    private let contacts: ContactDetails
    private let publicName: String

    /// - Parameter publicName: left where it stands, though an address be the same.
    init(_ source: LongText, without contacts: ContactDetails, except publicName: String) {
        (self.source, self.contacts, self.publicName) = (source, contacts, publicName)
    }

    /// The result of a renderer, which is given the Markdown and what it must do to every text of it.
    public func rendered<Result>(by render: (_ source: String, _ redact: @escaping @Sendable (String) -> String) -> Result)
        -> Result
    {
        render(source.text, ContactRedaction(of: contacts, except: publicName).applied)
    }
}
