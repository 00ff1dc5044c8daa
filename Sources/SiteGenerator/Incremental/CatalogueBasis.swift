import Catalogue
import Marketplace

/// What each page of a catalogue is made from, as fingerprints.
struct CatalogueBasis: Sendable {
    /// Of each published creator, by place, and of those of each market.
    private let records: [Fingerprint]
    private let recordsByMarket: [Market: [Fingerprint]]
    private let creators: PublishedCreators
    private let snapshots: [String: [Snapshot]]

    /// - Parameter records: of each creator of the catalogue, by place, as the directory has it (`CreatorDirectory`), which
    ///   is everything that is known.
    init(records: [DirectoryRecord], creators: PublishedCreators, snapshots: [String: [Snapshot]]) {
        // A photo that cannot be shown is no part of the record, but of what is shown.
        let published = zip(creators.derived.listedPlaces, creators.open).map { place, creator in
            let record = records[Int(place)].fingerprint
            return creator.photo == nil ? record : ~record
        }
        self.records = published
        recordsByMarket = zip(creators.open, published).reduce(into: [:]) { $0[$1.0.market, default: []].append($1.1) }
        (self.creators, self.snapshots) = (creators, snapshots)
    }

    /// Of the index and the lists of a market.
    func market(_ market: Market) -> Fingerprint {
        var bytes = FingerprintBytes()
        bytes.append(market.rawValue)
        bytes.append(creators.currency(in: market).rawValue)
        for record in records(of: market) { bytes.append(record) }
        return bytes.fingerprint
    }

    /// Of a page of a list.
    ///
    /// - Parameters:
    ///   - places: of those whose cards are on it, among the creators of the market.
    ///   - list: what the page says of the list.
    func page(of market: Market, places: some Sequence<Int>, list: Fingerprint) -> PageBasis {
        let records = records(of: market)
        var bytes = FingerprintBytes()
        for place in places { bytes.append(records[place]) }
        return PageBasis(market: list, neighbours: bytes.fingerprint)
    }

    /// Of a creator's page.
    ///
    /// - Parameter place: among those who are published.
    func page(ofCreatorAt place: Int, similar: [SimilarCreators.Match]) -> PageBasis {
        let entry = creators[place]
        return PageBasis(
            record: records[place],
            market: creators.derived.statistics[entry.creator.market].map {
                Self.fingerprint(of: $0.findings(for: entry.creator))
            }
                ?? 0,
            history: history(ofCreatorAt: place), neighbours: fingerprint(of: similar, in: entry.open.market))
    }

    /// Of what imports said of a creator.
    func history(ofCreatorAt place: Int) -> Fingerprint {
        snapshots.isEmpty ? 0 : Self.fingerprint(of: snapshots[creators.open[place].username.folded] ?? [])
    }

    private func records(of market: Market) -> [Fingerprint] { recordsByMarket[market] ?? [] }

    private func fingerprint(of similar: [SimilarCreators.Match], in market: Market) -> Fingerprint {
        let records = records(of: market)
        var bytes = FingerprintBytes()
        for match in similar {
            bytes.append(records[match.place])
            bytes.append(match.hasSimilarFollowers)
            for category in match.categories { bytes.append(category.text) }
        }
        return bytes.fingerprint
    }

    /// Of what findings have beyond the creator's own record and the site's definitions.
    private static func fingerprint(of findings: Findings) -> Fingerprint {
        var bytes = FingerprintBytes()
        bytes.append(findings.creatorCount)
        switch findings.score.outcome {
        case .stated(let value):
            bytes.append(0)
            bytes.append(value.millionths)
        case .computed(let value):
            bytes.append(1)
            bytes.append(value.millionths)
        case .tooFewInputs: bytes.append(2)
        case .notOffered: bytes.append(3)
        case .closed: bytes.append(4)
        }
        for input in findings.score.inputs {
            bytes.append(input.metric.rawValue)
            bytes.append(rank: input.rank)
            bytes.append(input.rescaledWeight?.bitPattern)
        }
        for label in findings.labels {
            bytes.append(label.state.rawValue)
            bytes.append(label.origin.map { $0 == .stated ? 1 : 2 })
            bytes.append(label.threshold.minimum.millionths)
            bytes.append(label.threshold.ofMarket?.millionths)
            bytes.append(label.threshold.count)
        }
        for position in findings.positions {
            bytes.append(position.metric.rawValue)
            bytes.append(rank: position.rank)
        }
        return bytes.fingerprint
    }

    private static func fingerprint(of snapshots: [Snapshot]) -> Fingerprint {
        guard !snapshots.isEmpty else { return 0 }
        var bytes = FingerprintBytes()
        for snapshot in snapshots {
            bytes.append(snapshot.date.description)
            bytes.append(snapshot.currency.rawValue)
            for metric in Metric.allCases where snapshot.metrics[metric] != .missing {
                bytes.append(metric.rawValue)
                bytes.append(snapshot.metrics[metric].nativeText ?? "")
            }
        }
        return bytes.fingerprint
    }
}

extension FingerprintBytes {
    fileprivate mutating func append(rank: PercentileRank?) {
        append(rank?.below)
        append(rank?.equal)
        append(rank?.count)
    }
}
