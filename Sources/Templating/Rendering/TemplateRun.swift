/// One rendering: walks the instructions and appends bytes.
struct TemplateRun {
    private let program: TemplateProgram
    /// The values of the open sections, the innermost last.
    private var values: [TemplateValue]
    private(set) var output: [UInt8]

    /// - Parameter output: what the template is appended to.
    init(program: TemplateProgram, values: TemplateValue, output: [UInt8]) {
        self.program = program
        self.values = [values]
        self.output = output
    }

    /// Runs from an instruction to the next `end` on its level.
    mutating func run(_ start: Int) {
        var index = start
        while true {
            switch program.instructions[index] {
            case .literal(let start, let count): output.append(contentsOf: program.literals[start..<start + count])
            case .text(let place): write(value(at: place), isEscaped: true)
            case .markup(let place): write(value(at: place), isEscaped: false)
            case .section(let place, let end):
                if let value = value(at: place) { open(value, isKnown: program.places[place].depth != nil, body: index + 1) }
                index = end
                continue
            case .inverted(let place, let end):
                if !(value(at: place)?.isOpen ?? false) { run(index + 1) }
                index = end
                continue
            case .call(let routine): run(program.routines[routine])
            case .end: return
            }
            index += 1
        }
    }

    /// - Parameter isKnown: whether the section was compiled in a known scope, in which only records are entered.
    private mutating func open(_ value: TemplateValue, isKnown: Bool, body: Int) {
        switch value {
        case .list(let records): for record in records { enter(.record(record), body) }
        case .items(let items): for item in items { enter(item, body) }
        case .record: enter(value, body)
        case .text, .html, .flag:
            guard value.isOpen else { return }
            if isKnown { run(body) } else { enter(value, body) }
        }
    }

    private mutating func enter(_ value: TemplateValue, _ body: Int) {
        values.append(value)
        run(body)
        values.removeLast()
    }

    private mutating func write(_ value: TemplateValue?, isEscaped: Bool) {
        switch value {
        case .text(let text), .html(let text):
            if isEscaped { HTMLEscaping.append(text, to: &output) } else { output.append(contentsOf: text.utf8) }
        case .flag, .list, .items, .record, nil: break
        }
    }

    private func value(at index: Int) -> TemplateValue? {
        let place = program.places[index]
        guard let first = place.steps.first else { return values.last }
        var found: TemplateValue?
        if let depth = place.depth {
            found = child(first, of: values[values.count - 1 - depth]) ?? nil
        } else {
            for value in values.reversed() {
                guard let child = child(first, of: value) else { continue }
                found = child
                break
            }
        }
        for step in place.steps.dropFirst() { found = found.flatMap { child(step, of: $0) ?? nil } }
        return found
    }

    /// Nil where the value has no such name; a name without a value is there, and nil.
    private func child(_ step: TemplatePlace.Step, of value: TemplateValue) -> TemplateValue?? {
        guard case .record(let record) = value, let index = record.index(of: step.name, probably: step.index) else {
            return .none
        }
        return .some(record.elements[index].1)
    }
}
