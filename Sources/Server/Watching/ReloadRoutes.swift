import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// What a browser needs to load a page again when a build has ended. They are there while a site is watched, and only then.
struct ReloadRoutes: Sendable {
    let signal: ReloadSignal

    static let scriptPath = "reload.js"
    private static let pause = Duration.milliseconds(5)
    /// Looks between two signs of life: 15 seconds.
    private static let looksPerSign = 3_000

    func add(to router: Router<RequestState>) {
        router.get("reload") { _, _ in stream() }
        router.get(RouterPath(Self.scriptPath)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache"],
                body: .init(byteBuffer: ByteBuffer(string: Self.script)))
        }
    }

    private func stream() -> Response {
        let body = ResponseBody { [signal] writer in
            var known = signal.last.number
            try await writer.write(ByteBuffer(string: "retry: 300\nevent: now\ndata: \(known)\n\n"))
            var looks = 0
            while !Task.isCancelled, !Task.isShuttingDownGracefully {
                let last = signal.last
                if last.number != known {
                    known = last.number
                    try await writer.write(ByteBuffer(string: "event: \(last.outcome.rawValue)\ndata: \(known)\n\n"))
                }
                looks += 1
                if looks.isMultiple(of: Self.looksPerSign) { try await writer.write(ByteBuffer(string: ": here\n\n")) }
                try await Task.sleep(for: Self.pause)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    /// A page that missed a build, as the server was started anew meanwhile, sees it by the number.
    private static let script = """
        "use strict";
        let seen;
        const source = new EventSource("/reload");
        source.addEventListener("now", (event) => {
          if (seen !== undefined && seen !== event.data) location.reload();
          seen = event.data;
        });
        source.addEventListener("built", () => location.reload());
        source.addEventListener("failed", (event) => {
          seen = event.data;
          const note = document.getElementById("reload-note") ?? document.createElement("p");
          note.id = "reload-note";
          note.className = "notice";
          note.setAttribute("role", "alert");
          note.textContent = "The last edit has a fault, so this page is as it was. The terminal says where.";
          document.body.prepend(note);
        });

        """
}
