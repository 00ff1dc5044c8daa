import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Responses of the kinds that the server gives.
enum Answer {
    static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        body(bytes, type: "text/html; charset=utf-8", status: status)
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        body(Array((value.text + "\n").utf8), type: "application/json", status: status)
    }

    /// Any other bytes.
    static func file(_ bytes: [UInt8], type: String) -> Response { body(bytes, type: type, status: .ok) }

    /// RFC 9457.
    static func problem(_ value: JSONValue, status: HTTPResponse.Status) -> Response {
        body(Array((value.text + "\n").utf8), type: "application/problem+json", status: status)
    }

    /// Sends the browser on with a GET, so that going back or reloading sends nothing twice (RFC 9110 §15.4.4).
    ///
    /// - Parameter address: relative to the one that was asked for, as the site may stand behind a prefix.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .contentLength: "0"])
    }

    private static func body(_ bytes: [UInt8], type: String, status: HTTPResponse.Status) -> Response {
        // What a member may see must not be kept by anything between the server and the member.
        let headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
