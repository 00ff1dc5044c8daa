/// A set of Mustache templates that can include one another, checked and compiled.
///
/// The language is Mustache as specified, inheritance among it, without lambdas and dynamic names.
public struct TemplateLibrary: Sendable {
    private let program: TemplateProgram
    private let shapes: [String: TemplateShape]
    /// Every template's name, sorted.
    public let names: [String]

    /// - Parameters:
    ///   - sources: Mustache text by template name ("pages/home").
    ///   - shapes: the names that a template is given, by template name. A template that has one, and all that it
    ///     includes, may use no other names. One without is not checked, and its names are looked for as it is rendered.
    /// - Throws: `TemplateFaults` with everything that is wrong.
    public init(sources: [String: String], shapes: [String: TemplateShape] = [:]) throws(TemplateFaults) {
        names = sources.keys.sorted()
        self.shapes = shapes
        var trees: [String: [TemplateNode]] = [:]
        var faults: [TemplateFault] = []
        for name in names {
            var parser = TemplateParser(Array(sources[name, default: ""].utf8), template: name)
            trees[name] = parser.tree()
            faults += parser.faults
        }
        // A template that is no Mustache would only be followed by faults that are none.
        guard faults.isEmpty else { throw TemplateFaults(faults) }
        var compiler = TemplateCompiler(trees: trees)
        for name in names { compiler.compile(name, shape: shapes[name]) }
        guard compiler.faults.isEmpty else { throw TemplateFaults(compiler.faults) }
        program = compiler.program()
    }

    /// The template filled in, as UTF-8.
    ///
    /// - Precondition: there is a template of that name.
    public func render(_ name: String, with values: TemplateRecord) -> [UInt8] {
        var output: [UInt8] = []
        render(name, with: .record(values), into: &output)
        return output
    }

    /// Appends the template filled in to what was rendered before.
    ///
    /// - Precondition: there is a template of that name.
    public func render(_ name: String, with values: TemplateRecord, into output: inout [UInt8]) {
        render(name, with: .record(values), into: &output)
    }

    /// The same for any value: `.` stands for it.
    func render(_ name: String, with value: TemplateValue, into output: inout [UInt8]) {
        guard let entry = program.entries[name] else {
            preconditionFailure("the program asks only for templates that it brings: '\(name)'")
        }
        assert(
            disagreement(of: value, in: name) == nil, "\(name): \(disagreement(of: value, in: name) ?? "") is not in its shape")
        var run = TemplateRun(program: program, capacity: Self.usualByteCount)
        run.run(entry, in: value)
        output.append(contentsOf: run.output.bytes)
    }

    /// Room for most pages, so that they need not be copied as they grow.
    private static let usualByteCount = 48 * 1024

    private func disagreement(of value: TemplateValue, in name: String) -> String? {
        guard let shape = shapes[name], case .record(let record) = value else { return nil }
        return shape.disagreement(with: record)
    }
}
