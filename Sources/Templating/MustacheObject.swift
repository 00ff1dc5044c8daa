import Mustache

/// Gives swift-mustache a record's values without reflection.
struct MustacheObject: MustacheParent {
    let record: TemplateRecord

    func child(named name: String) -> Any? {
        switch record[name] {
        case .text(let text), .html(let text): RenderedText(renderText: text)
        case .flag(let flag): flag
        case .list(let records): records.map(MustacheObject.init)
        case .record(let record): MustacheObject(record: record)
        case nil: nil
        }
    }
}

/// A text; an empty one leaves its sections closed, as an absent one does.
private struct RenderedText: MustacheCustomRenderable {
    let renderText: String

    var isNull: Bool { renderText.isEmpty }
}
