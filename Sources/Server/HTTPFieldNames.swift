import HTTPTypes

/// Fields that HTTPTypes has no name for.
enum HTTPFieldNames {
    /// draft-ietf-httpapi-idempotency-key-header.
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")
}
