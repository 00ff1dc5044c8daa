import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Marketplace
import NIOCore
import NIOPosix

/// Serves the files of `public/`, with strong validators, single ranges, and precompressed siblings where there are any.
struct StaticFiles: Sendable {
    let folder: URL

    func response(to request: Request) async throws -> Response {
        let path = try StaticPath(request.uri.path)
        guard let found = try await NIOThreadPool.singleton.runIfActive({ try find(path, for: request) }) else {
            throw Problem.notFound()
        }
        switch found {
        case .folderWithoutSlash:
            // Relative, as the site may stand behind a prefix, and "//name/" would be another host.
            let query = request.uri.query.map { "?" + $0 } ?? ""
            let name = path.parts.last.map { PercentEncoding.encode($0) } ?? "."
            return Response(
                status: .movedPermanently, headers: [.location: "./" + name + "/" + query, .contentLength: "0"])
        case .file(let file):
            return respond(to: request, with: file)
        }
    }

    private struct File {
        let bytes: Data
        let type: String
        let encoding: String?
        let isVaried: Bool
    }

    private enum Found {
        case file(File)
        case folderWithoutSlash
    }

    private func find(_ path: StaticPath, for request: Request) throws -> Found? {
        let url = path.parts.reduce(folder) { $0.appending(path: $1) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue, !path.isFolder { return .folderWithoutSlash }
        guard isFolder.boolValue == path.isFolder else { return nil }
        let file = path.isFolder ? url.appending(path: "index.html") : url
        return try contents(of: file, for: request).map(Found.file)
    }

    private func contents(of url: URL, for request: Request) throws -> File? {
        let accepted = request.headers[.acceptEncoding] ?? ""
        let siblings = [("br", "br"), ("gzip", "gz")].filter {
            FileManager.default.fileExists(atPath: url.path + "." + $0.1)
        }
        let chosen = siblings.first { Self.accepts($0.0, in: accepted) }
        let file = chosen.map { URL(filePath: url.path + "." + $0.1) } ?? url
        guard let bytes = try? Data(contentsOf: file) else { return nil }  // not there, or no plain file
        return File(
            bytes: bytes, type: ContentType.of(pathExtension: url.pathExtension), encoding: chosen?.0,
            isVaried: !siblings.isEmpty
        )
    }

    private static func accepts(_ coding: String, in header: String) -> Bool {
        header.split(separator: ",").contains { item in
            let parts = item.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            return parts.first == coding
                && !parts.dropFirst().contains { $0.replacing(" ", with: "").hasPrefix("q=0") && !$0.contains("q=0.") }
        }
    }

    private func respond(to request: Request, with file: File) -> Response {
        let tag = "\"" + SHA256.hash(data: file.bytes).prefix(16).hexadecimal + "\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .acceptRanges: "bytes", .contentType: file.type]
        if let encoding = file.encoding { headers[.contentEncoding] = encoding }
        if file.isVaried { headers[.vary] = "Accept-Encoding" }

        if let condition = request.headers[.ifNoneMatch], EntityTags.matches(condition, tag) {
            return Response(status: .notModified, headers: headers)
        }
        let mayBePartial = request.headers[.ifRange].map { $0 == tag } ?? true
        if mayBePartial, let header = request.headers[.range], let range = ByteRange(header, byteCount: file.bytes.count) {
            switch range {
            case .satisfiable(let bounds):
                headers[.contentRange] = "bytes \(bounds.lowerBound)-\(bounds.upperBound - 1)/\(file.bytes.count)"
                let part = file.bytes[file.bytes.startIndex + bounds.lowerBound..<file.bytes.startIndex + bounds.upperBound]
                return Response(status: .partialContent, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: part)))
            case .unsatisfiable:
                headers[.contentRange] = "bytes */\(file.bytes.count)"
                return Response(status: .rangeNotSatisfiable, headers: headers)
            }
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
