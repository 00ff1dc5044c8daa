/// One rendering: walks the instructions and appends bytes.
///
/// Values are looked at where they lie: an open section is a pointer to the names of its record, which whoever opened it
/// holds until it is closed.
struct TemplateRun: ~Copyable {
    private let program: TemplateProgram
    /// The open sections, the innermost last.
    private var sections: [Section] = []
    private(set) var output: OutputBuffer

    private typealias Names = UnsafeBufferPointer<TemplateRecord.Element>

    /// What stands open. It refers to nothing that would have to be counted.
    private enum Section {
        case record(Names)
        /// A value without names, which is `.`, at a place of `others`; entered only where names are looked for while
        /// rendering.
        case other(Int)
    }

    private var others: [TemplateValue] = []

    /// Where a value was found.
    private enum Finding {
        case nothing
        case name(UnsafePointer<TemplateRecord.Element>)
        /// The record of the innermost section itself.
        case section(Names)
        case value(TemplateValue)
    }

    /// - Parameter capacity: room for so many bytes is made at first.
    init(program: TemplateProgram, capacity: Int) {
        self.program = program
        sections.reserveCapacity(16)
        output = OutputBuffer(capacity: capacity)
    }

    /// Runs from an instruction to the next `end` on its level, with a value open.
    mutating func run(_ start: Int, in value: TemplateValue) {
        if case .record(let record) = value { return run(start, in: record) }
        others.append(value)
        run(start, in: .other(others.count - 1))
        others.removeLast()
    }

    private mutating func run(_ start: Int, in record: TemplateRecord) {
        record.elements.withUnsafeBufferPointer { run(start, in: .record($0)) }
    }

    private mutating func run(_ start: Int, in section: Section) {
        sections.append(section)
        run(start)
        sections.removeLast()
    }

    private mutating func run(_ start: Int) {
        var index = start
        while true {
            switch program.instructions[index] {
            case .literal(let start, let count):
                program.literals.withUnsafeBufferPointer {
                    output.append(UnsafeBufferPointer(rebasing: $0[start..<start + count]))
                }
            case .text(let place): write(place, isEscaped: true)
            case .markup(let place): write(place, isEscaped: false)
            case .section(let place, let end):
                open(place, body: index + 1)
                index = end
                continue
            case .inverted(let place, let end):
                if !isOpen(place) { run(index + 1) }
                index = end
                continue
            case .call(let routine): run(program.routines[routine])
            case .end: return
            }
            index += 1
        }
    }

    // MARK: Sections

    private mutating func open(_ place: Int, body: Int) {
        // Where the names are known before rendering, only records are entered.
        let isKnown = program.places[place].depth != nil
        switch find(place) {
        case .nothing: break
        case .name(let element): if let value = element.pointee.1 { open(value, isKnown: isKnown, body) }
        case .section(let names): run(body, in: .record(names))
        case .value(let value): open(value, isKnown: isKnown, body)
        }
    }

    private mutating func open(_ value: TemplateValue, isKnown: Bool, _ body: Int) {
        switch value {
        case .list(let records): for record in records { run(body, in: record) }
        case .record(let record): run(body, in: record)
        case .items(let items): for item in items { run(body, in: item) }
        case .text, .html, .flag:
            guard value.isOpen else { return }
            if isKnown { run(body) } else { run(body, in: value) }
        }
    }

    private func isOpen(_ place: Int) -> Bool {
        switch find(place) {
        case .nothing: false
        case .name(let element): element.pointee.1?.isOpen ?? false
        case .section: true
        case .value(let value): value.isOpen
        }
    }

    // MARK: Values

    private mutating func write(_ place: Int, isEscaped: Bool) {
        switch find(place) {
        case .nothing, .section: break
        case .name(let element):
            switch element.pointee.1 {
            case .text(let text)?, .html(let text)?: write(text, isEscaped: isEscaped)
            case .flag, .list, .items, .record, nil: break
            }
        case .value(.text(let text)), .value(.html(let text)): write(text, isEscaped: isEscaped)
        case .value: break
        }
    }

    @inline(__always)
    private mutating func write(_ text: String, isEscaped: Bool) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
            if isEscaped { HTMLEscaping.append(bytes, to: &output) } else { output.append(bytes) }
        }
        // Text that does not lie in one piece comes from other platforms' own strings.
        if isDone == nil { write(String(decoding: Array(text.utf8), as: UTF8.self), isEscaped: isEscaped) }
    }

    private func find(_ place: Int) -> Finding {
        guard !program.places[place].name.isEmpty else { return section }
        var found = Finding.nothing
        if let depth = program.places[place].depth {
            found = child(place, of: sections[sections.count - 1 - depth])
        } else {
            for section in sections.reversed() {
                found = child(place, of: section)
                if case .name = found { break }
            }
        }
        if !program.places[place].rest.isEmpty {
            for step in program.places[place].rest { found = child(step, of: found) }
        }
        return found
    }

    /// What `.` stands for.
    private var section: Finding {
        switch sections.last {
        case .record(let names): .section(names)
        case .other(let index): .value(others[index])
        case nil: .nothing
        }
    }

    /// The first name of a place; one without a value is found all the same.
    private func child(_ place: Int, of section: Section) -> Finding {
        guard case .record(let names) = section else { return .nothing }
        let expected = program.places[place].index
        if expected < names.count, names[expected].0 == program.places[place].name { return Self.name(names, expected) }
        return names.firstIndex { $0.0 == program.places[place].name }.map { Self.name(names, $0) } ?? .nothing
    }

    private static func name(_ names: Names, _ index: Int) -> Finding {
        names.baseAddress.map { .name($0 + index) } ?? .nothing
    }

    private func child(_ step: TemplatePlace.Step, of found: Finding) -> Finding {
        let value: TemplateValue? =
            switch found {
            case .name(let element): element.pointee.1
            case .value(let value): value
            case .nothing, .section: nil
            }
        guard case .record(let record) = value, let index = record.index(of: step.name, probably: step.index),
            let inner = record.elements[index].1
        else { return .nothing }
        return .value(inner)
    }
}
