import Foundation

/// What each part of a build took, for those who want to make it faster.
public struct BuildStages: Sendable {
    /// A part of a build, in the order in which they are done.
    public enum Stage: String, CaseIterable, Sendable {
        /// The files of the site.
        case reading
        /// Photos, derived figures, and what everyone may see of each creator.
        case figures
        /// The parts of the index (`MarketIndexes.Part`), of all markets.
        case cards, columns, files, table
        /// The pages and all other public files.
        case pages
        /// The directory of creators for the server.
        case directory
        /// Waiting for the disk, and the exchange with the old catalogue.
        case exchange
    }

    /// What was spent on one stage.
    public struct Spent: Sendable {
        /// On the wall.
        public var seconds = 0.0
        /// Of all cores, the system's work for the process with it.
        public var processorSeconds = 0.0
    }

    /// By stage; what was not done is not there.
    public private(set) var spent: [Stage: Spent] = [:]
    private var last = Self.now

    /// The first stage begins now.
    public init() {}

    /// Counts the time since the last stage ended for this one.
    public mutating func end(_ stage: Stage) {
        let now = Self.now
        spent[stage, default: Spent()].seconds += now.wall - last.wall
        spent[stage, default: Spent()].processorSeconds += now.processor - last.processor
        last = now
    }

    private static var now: (wall: Double, processor: Double) { (read(CLOCK_MONOTONIC), read(CLOCK_PROCESS_CPUTIME_ID)) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension BuildStages.Stage {
    init(_ part: MarketIndexes.Part) {
        self =
            switch part {
            case .cards: .cards
            case .columns: .columns
            case .files: .files
            case .table: .table
            }
    }
}
