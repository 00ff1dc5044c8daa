import Marketplace
import Yams

/// Reads the constants of the open formulas from `site.yaml`: `score_markets`, `score_weights`, `thresholds`.
enum DefinitionsReader {
    static let thresholds = [
        "score_known_inputs", "posts_frequently", "posts_frequently_quantile", "quick_to_respond_hours",
        "reliable_with_samples", "reliable_deviations",
    ]

    static func read(_ yaml: inout YAMLFile) -> Definitions {
        let standard = Definitions.standard
        let weights = weights(&yaml)
        let count = weights.map(\.count) ?? standard.scoreWeights.count
        var values: [String: FixedDecimal] = [:]
        if let entry = mapping("thresholds", &yaml) {
            for threshold in yaml.entries(of: entry.value) {
                values[threshold.key] = value(of: threshold, inputCount: count, &yaml)
            }
        }
        return Definitions(
            scoreMarkets: yaml.markets("score_markets") ?? standard.scoreMarkets,
            scoreWeights: weights ?? Definitions.standardWeights,
            scoreMinimumInputs: values["score_known_inputs"]?.whole ?? min(standard.scoreMinimumInputs, count),
            frequentMinimum: values["posts_frequently"] ?? standard.frequentMinimum,
            frequentQuantile: values["posts_frequently_quantile"] ?? standard.frequentQuantile,
            quickHours: values["quick_to_respond_hours"] ?? standard.quickHours,
            reliableMinimum: values["reliable_with_samples"] ?? standard.reliableMinimum,
            reliableDeviations: values["reliable_deviations"] ?? standard.reliableDeviations)
    }

    /// Columns with their weights; those that are given stand in place of all standard ones.
    private static func weights(_ yaml: inout YAMLFile) -> [Metric: FixedDecimal]? {
        guard let entry = mapping("score_weights", &yaml) else { return nil }
        let known = Metric.allCases.filter { $0 != .score }.map(\.rawValue)
        var weights: [Metric: FixedDecimal] = [:]
        for weight in yaml.entries(of: entry.value) {
            guard known.contains(weight.key), let metric = Metric(rawValue: weight.key) else {
                yaml.tell(
                    .yamlKey, at: weight.keyPosition, "\(weight.key.quoted) is no figure that a score can be made of",
                    fix: NearestWord.fix(for: weight.key, among: known))
                continue
            }
            let text = yaml.text(weight) ?? ""
            guard let number = FixedDecimal(text), number > .zero, number.millionths <= 1_000_000_000 else {
                yaml.tell(
                    .yamlValue, at: weight.position, "the weight of '\(weight.key)' is \(text.quoted)",
                    fix: "write a number above 0 and up to 1000; weights are brought to a sum of 1")
                continue
            }
            weights[metric] = number
        }
        guard weights.isEmpty else { return weights }
        yaml.tell(
            .yamlValue, at: entry.position, "'score_weights' weighs no figure", fix: "weigh one at least, or leave it out")
        return nil
    }

    private static func value(of entry: YAMLEntry, inputCount: Int, _ yaml: inout YAMLFile) -> FixedDecimal? {
        guard thresholds.contains(entry.key) else {
            yaml.tell(
                .yamlKey, at: entry.keyPosition, "\(entry.key.quoted) is no threshold",
                fix: NearestWord.fix(for: entry.key, among: thresholds))
            return nil
        }
        let text = yaml.text(entry) ?? ""
        let (isRight, wanted): ((FixedDecimal) -> Bool, String) =
            switch entry.key {
            case "score_known_inputs":
                (
                    { $0.isWhole && (1...inputCount).contains($0.whole) },
                    "a whole number from 1 to \(inputCount), as many as are weighed"
                )
            case "posts_frequently": ({ $0 >= .zero && $0.isWhole }, "a whole number, 0 or more")
            case "posts_frequently_quantile": ({ $0 > .zero && $0.millionths <= 1_000_000 }, "a number above 0 and up to 1")
            case "quick_to_respond_hours": ({ $0 > .zero }, "hours, more than 0")
            case "reliable_with_samples": ({ $0 >= .zero && $0.millionths <= 1_000_000 }, "a number from 0 to 1")
            default: ({ $0 >= .zero && $0.millionths <= 100_000_000 }, "a number from 0 to 100")
            }
        if let number = FixedDecimal(text), isRight(number) { return number }
        yaml.tell(.yamlValue, at: entry.position, "'\(entry.key)' holds \(text.quoted)", fix: "write \(wanted)")
        return nil
    }

    private static func mapping(_ key: String, _ yaml: inout YAMLFile) -> YAMLEntry? {
        guard let entry = yaml.entry(key) else { return nil }
        if case .mapping = entry.value { return entry }
        yaml.tell(
            .yamlValue, at: entry.position, "'\(key)' must name values",
            fix: "write lines such as '  \(key == "score_weights" ? "gmv: 0.3" : "posts_frequently: 12")' below it")
        return nil
    }
}
