import Foundation
import Mustache

/// A set of Mustache templates that can include one another.
///
/// Behind it stands swift-mustache; nothing of that shows outside of this module.
public struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary
    /// Every template's name, sorted.
    public let names: [String]

    /// - Parameter sources: Mustache text by template name ("pages/home").
    /// - Throws: `TemplateFault` for the first template, by name, that is no Mustache or includes one that is missing.
    public init(sources: [String: String]) throws(TemplateFault) {
        HTMLEscaping.register()
        names = sources.keys.sorted()
        var library = MustacheLibrary()
        for name in names {
            let source = sources[name, default: ""]
            for include in Self.includes(in: source) where sources[include] == nil {
                throw TemplateFault(template: name, reason: "includes '\(include)', which is not there")
            }
            do {
                try library.register(HTMLEscaping.pragma + source, named: name)
            } catch {
                throw TemplateFault(template: name, reason: "is no Mustache: \(Self.explanation(of: error))")
            }
        }
        self.library = library
    }

    /// The template filled in, as UTF-8.
    ///
    /// - Precondition: there is a template of that name.
    public func render(_ name: String, with values: TemplateRecord) -> [UInt8] {
        guard let text = library.render(MustacheObject(record: values), withTemplate: name) else {
            preconditionFailure("the program asks only for templates that it brings: '\(name)'")
        }
        return Array(text.utf8)
    }

    /// The names behind `{{>` and `{{<`.
    private static func includes(in source: String) -> [String] {
        source.matches(of: /\{\{\s*[><]\s*([^\s}]+)\s*\}\}/).map { String($0.1) }
    }

    private static func explanation(of error: any Error) -> String {
        guard let error = error as? MustacheTemplate.ParserError else { return String(describing: error) }
        return "\(error.error) in line \(error.context.lineNumber), column \(error.context.columnNumber)"
    }
}

/// A template that cannot be used.
public struct TemplateFault: Error, Hashable, CustomStringConvertible {
    public let template: String
    public let reason: String

    public var description: String { "template '\(template)' \(reason)" }
}
