import Marketplace

/// What a figure is called, and what it means.
struct MetricText: Sendable {
    let name: String
    let definition: String

    init(_ metric: Metric, in file: inout WordingFile) throws(PhraseFault) {
        name = try file.plain("metric_\(metric.rawValue)")
        definition = try file.plain("metric_\(metric.rawValue)_means")
    }
}

/// What a purpose is called in lists, and what it is in the words of the marketplace.
struct PurposeText: Sendable {
    let name: String
    let statement: String

    init(_ purpose: Purpose, in file: inout WordingFile) throws(PhraseFault) {
        name = try file.plain("purpose_\(purpose.rawValue)")
        statement = try file.plain("purpose_\(purpose.rawValue)_statement")
    }
}

/// What a working label is called, and what it means.
struct LabelText: Sendable {
    let name: String
    let definition: String

    init(_ label: WorkingLabel, in file: inout WordingFile) throws(PhraseFault) {
        name = try file.plain("label_\(label.rawValue)")
        definition = try file.plain("label_\(label.rawValue)_means")
    }
}
