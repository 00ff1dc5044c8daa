import Catalogue
import Marketplace

/// What each page of a catalogue is made from, as fingerprints.
struct CatalogueBasis: Sendable {
    /// Of the record of each creator, by username.
    private let records: [Username: Fingerprint]
    private let creators: PublishedCreators
    private let snapshots: [String: [Snapshot]]

    /// - Parameter records: of each creator as the directory has it (`CreatorDirectory`), which is everything that is known.
    init(records: [Username: Fingerprint], creators: PublishedCreators, snapshots: [String: [Snapshot]]) {
        (self.records, self.creators, self.snapshots) = (records, creators, snapshots)
    }

    /// Of the index and the lists of a market.
    func market(_ market: Market) -> Fingerprint {
        var bytes = FingerprintBytes()
        bytes.append(market.rawValue)
        bytes.append(creators.currency(in: market).rawValue)
        for creator in creators.byMarket[market] ?? [] { bytes.append(record(of: creator)) }
        return bytes.fingerprint
    }

    /// Of a creator's page.
    func page(of entry: PublishedCreators.Entry, similar: [SimilarCreators.Match]) -> PageBasis {
        PageBasis(
            record: record(of: entry.open),
            market: creators.derived.statistics[entry.creator.market].map {
                Self.fingerprint(of: $0.findings(for: entry.creator))
            }
                ?? 0,
            history: Self.fingerprint(of: snapshots[entry.creator.username.folded] ?? []),
            neighbours: fingerprint(of: similar))
    }

    /// A photo that cannot be shown is no part of the record, but of what is shown.
    private func record(of creator: PublicCreator) -> Fingerprint {
        let record = records[creator.username, default: 0]
        return creator.photo == nil ? record : ~record
    }

    private func fingerprint(of similar: [SimilarCreators.Match]) -> Fingerprint {
        var bytes = FingerprintBytes()
        for match in similar {
            bytes.append(record(of: match.creator))
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
