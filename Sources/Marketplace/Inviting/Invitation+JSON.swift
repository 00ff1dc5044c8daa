extension Invitation {
    /// The whole invitation as one JSON object, message and contacts with it: for exports, which are as private as the store.
    public var json: String {
        let contacts = message.contacts.entries().map { entry in
            JSONText.quoted(entry.channel.rawValue) + ":" + JSONText.quoted(entry.address)
        }
        let members: [(String, String?)] = [
            ("id", id.text), ("company", company.text), ("creator", creator.text), ("nickname", nickname),
            ("market", market.rawValue), ("purpose", message.purpose.rawValue), ("state", state.rawValue),
            ("sent", sent.rfc3339), ("member", member), ("template", template), ("message", message.text),
        ]
        let texts = members.compactMap { name, value in value.map { JSONText.quoted(name) + ":" + JSONText.quoted($0) } }
        return "{" + (texts + ["\"contacts\":{" + contacts.joined(separator: ",") + "}"]).joined(separator: ",") + "}"
    }
}
