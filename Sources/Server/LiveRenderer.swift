public import Pages
import Synchronization

/// The renderer that the server uses now; another one takes its place when a site that is watched was edited.
public final class LiveRenderer: Sendable {
    private let renderer: Mutex<PageRenderer>

    public init(_ renderer: PageRenderer) { self.renderer = Mutex(renderer) }

    public var current: PageRenderer { renderer.withLock { $0 } }

    public func replace(with new: PageRenderer) { renderer.withLock { $0 = new } }
}
