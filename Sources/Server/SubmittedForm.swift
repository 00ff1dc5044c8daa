import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// The fields of a POST, in order, whether they came as a form or as JSON.
struct SubmittedForm: Sendable {
    let fields: [(name: String, value: String)]
    /// The names of fields that came as lists, in JSON.
    private var lists: Set<String> = []
    /// The names of fields that came as null, in JSON: as if absent, but they have to be fields of the form.
    private var nulls: Set<String> = []
    /// The names of fields that came as true or false, in JSON.
    private var flags: Set<String> = []

    /// The fields, of whatever route, that say yes or no.
    private static let flagNames: Set<String> = ["on", "others", "picks", "queue"]

    /// Bytes that a body may have, where a route allows no more.
    static let byteLimit = 64 * 1024

    init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    /// The first value of a field, without white space around it; nil where absent or empty.
    func text(_ name: String) -> String? {
        let value = fields.first { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The first value of a field with the white space around it, as in passwords; nil where absent or empty.
    func exact(_ name: String) -> String? {
        fields.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// Every value of a field that may be repeated.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Refuses what would be ignored in silence: fields that do nothing, and second values of fields that take one.
    ///
    /// - Parameter repeatable: the one of `known` that may stand several times.
    /// - Throws: `Problem` 422 for the first such field.
    func allowOnly(_ known: [String], repeatable: String? = nil) throws(Problem) {
        if let unknown = (fields.map(\.name) + nulls.sorted()).first(where: { !known.contains($0) }) {
            throw .unprocessable(
                Saying(.detailNoField, ["name": unknown]),
                mend: Saying(.mendKnown, ["names": known.joined(separator: ", ")]))
        }
        if let list = known.first(where: { $0 != repeatable && lists.contains($0) }) {
            throw .unprocessable(Saying(.detailNoList, ["name": list]), mend: Saying(.mendNoBrackets))
        }
        if let flag = known.first(where: { flags.contains($0) && !Self.flagNames.contains($0) }) {
            throw .unprocessable(Saying(.detailNoFlag, ["name": flag]), mend: Saying(.mendQuotes))
        }
        for name in known where name != repeatable && all(name).count > 1 {
            throw .unprocessable(
                Saying(.detailFieldRepeated, ["name": name, "count": String(all(name).count)]), mend: Saying(.mendOnce))
        }
    }
}

extension SubmittedForm {
    /// Reads the body as its content type says.
    ///
    /// - Throws: `Problem` 413 for more bytes than the limit, 415 for another type, 400 for what is not of its type.
    init(of request: Request, byteLimit: Int = SubmittedForm.byteLimit) async throws {
        let type = (request.headers[.contentType] ?? "").split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard (request.headers[.contentLength].flatMap { Int($0) } ?? 0) <= byteLimit else {
            throw Problem.bodyTooLarge(byteLimit)
        }
        let body = try await Self.collected(request, byteLimit: byteLimit)
        switch type.trimmingCharacters(in: .whitespaces) {
        case "application/x-www-form-urlencoded": fields = try Self.decoded(form: body)
        case "application/json":
            let object = try Self.object(json: body)
            fields = object.sorted { $0.key < $1.key }.flatMap { name, field in
                field.values.map { (name: name, value: $0.replacing("\r\n", with: "\n")) }
            }
            lists = Set(object.filter(\.value.isList).keys)
            flags = Set(object.filter(\.value.isFlag).keys)
            nulls = Set(object.filter(\.value.isNull).keys)
        case "" where body.isEmpty: fields = []
        default: throw Problem.unsupportedType
        }
        try refuseControlCharacters()
        _ = try submissionKey(of: request)  // one that is none is refused, whether or not the route has a use for it
    }

    /// A store or a mail would cut a text at some of them.
    ///
    /// - Throws: `Problem` 422.
    func refuseControlCharacters() throws(Problem) {
        guard let bad = fields.first(where: { $0.value.unicodeScalars.contains(where: Self.isControl) }) else { return }
        throw .unprocessable(Saying(.detailControlCharacter, ["name": bad.name]), mend: Saying(.mendControl))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
    }

    private static func collected(_ request: Request, byteLimit: Int) async throws -> Data {
        var data = Data()
        do {
            for try await buffer in request.body {
                data.append(contentsOf: buffer.readableBytesView)
                guard data.count <= byteLimit else { throw Problem.bodyTooLarge(byteLimit) }
            }
        } catch let error where !(error is Problem) && !(error is CancellationError) {
            throw Problem.malformed(.detailNoHttp)  // what arrives cannot be taken apart
        }
        return data
    }

    /// The parameters of an address, decoded; one that is no UTF-8 is named.
    static func decoded(query: String) throws(Problem) -> [(name: String, value: String)] {
        if let plain = plain(query: query) { return plain }
        for pair in query.split(separator: "&") where pair.utf8.contains(percent) && pair.removingPercentEncoding == nil {
            let written = String(pair.prefix { $0 != "=" })
            let name = written.removingPercentEncoding ?? written
            throw .unprocessable(
                Saying(.detailNoUtf8, ["name": name]), mend: Saying(.mendUtf8),
                parameter: name)
        }
        return try decoded(form: Data(query.utf8))
    }

    /// The parameters where nothing of them is encoded, as in most queries: taken apart by bytes. Nil where something is.
    private static func plain(query: String) -> [(name: String, value: String)]? {
        var query = query
        return query.withUTF8 { bytes in
            let isPlain = bytes.allSatisfy { (0x20..<0x7f).contains($0) && $0 != percent && $0 != UInt8(ascii: "+") }
            guard isPlain else { return nil }
            return bytes.split(separator: UInt8(ascii: "&")).map { pair in
                let name = pair.prefix { $0 != UInt8(ascii: "=") }
                return (
                    String(decoding: name, as: UTF8.self), String(decoding: pair[name.endIndex...].dropFirst(), as: UTF8.self)
                )
            }
        }
    }

    /// WHATWG URL §5.1.
    static func decoded(form body: Data) throws(Problem) -> [(name: String, value: String)] {
        guard let text = String(bytes: body, encoding: .utf8) else { throw .malformed(.detailNoForm) }
        var fields: [(name: String, value: String)] = []
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(decoded(part:))
            guard let name = parts[0], let value = parts.count > 1 ? parts[1] : "" else { throw .malformed(.detailNoForm) }
            let hasReturns = value.utf8.contains(UInt8(ascii: "\r"))
            fields.append((name, hasReturns ? value.replacing("\r\n", with: "\n") : value))
        }
        return fields
    }

    /// Most names and values of queries are written as they are, which a look at their bytes tells.
    private static func decoded(part: Substring) -> String? {
        guard part.utf8.contains(where: { $0 == percent || $0 == UInt8(ascii: "+") }) else { return String(part) }
        return part.replacing("+", with: " ").removingPercentEncoding
    }

    private static let percent = UInt8(ascii: "%")

    private static func object(json body: Data) throws(Problem) -> [String: JSONField] {
        guard let object = try? JSONDecoder().decode([String: JSONField].self, from: body) else {  // the client is told so
            throw .malformed(.detailNoJson)
        }
        return object
    }

    /// A text, true or false, a list of texts, or null, which is as if absent.
    private struct JSONField: Decodable {
        let values: [String]
        var isList = false
        var isFlag = false
        var isNull = false

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                values = []
                isNull = true
            } else if let text = try? container.decode(String.self) {  // else it is one of the others
                values = [text]
            } else if let flag = try? container.decode(Bool.self) {
                values = [flag ? "true" : "false"]
                isFlag = true
            } else {
                values = try container.decode([String].self)
                isList = true
            }
        }
    }
}

extension Problem {
    fileprivate static func bodyTooLarge(_ byteLimit: Int) -> Problem {
        Problem(
            status: .contentTooLarge, title: Saying(.problemTooLarge),
            detail: Saying(.detailTooLarge, ["count": String(byteLimit / 1024)]), mend: Saying(.mendInParts)
        )
    }

    fileprivate static let unsupportedType = Problem(
        status: .unsupportedMediaType, title: Saying(.problemContentType), detail: Saying(.detailContentType)
    )

    fileprivate static func malformed(_ detail: WordingKey) -> Problem {
        Problem(status: .badRequest, title: Saying(.problemUnreadable), detail: Saying(detail))
    }
}
