import Foundation
import HTTPTypes
import Hummingbird

/// Whether a person or a program reads the answer.
enum AnswerFormat {
    case html
    case json

    /// JSON where the address ends in ".json"; else by `Accept`: the one named first of HTML and JSON. Where neither is named: JSON for a program, which shows by a bearer
    /// token or a JSON body, and HTML for everyone else.
    init(for request: Request) {
        guard !request.uri.path.hasSuffix(".json") else {
            self = .json
            return
        }
        let accepted = (request.headers[.accept] ?? "").lowercased()
        let html = accepted.range(of: "text/html")?.lowerBound
        let json = accepted.range(of: "json")?.lowerBound
        switch (html, json) {
        case (let html?, let json?): self = html < json ? .html : .json
        case (_?, nil): self = .html
        case (nil, _?): self = .json
        case (nil, nil):
            let sendsJSON = (request.headers[.contentType] ?? "").lowercased().contains("json")
            self = sendsJSON || request.headers[.authorization] != nil ? .json : .html
        }
    }
}
