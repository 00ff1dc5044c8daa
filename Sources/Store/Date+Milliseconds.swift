import Foundation

/// The store's unit of time. A `Date` counts in binary fractions, where a millisecond has no exact form; comparing
/// whole milliseconds makes what is in memory and what is in the file agree.
extension Date {
    /// The last whole millisecond since 1970 that is not after this instant; what is beyond the range of the type is its
    /// first or last value.
    var milliseconds: Int64 {
        let nearest = (timeIntervalSince1970 * 1000).rounded()
        guard let candidate = Int64(exactly: nearest) else { return nearest < 0 ? .min : .max }
        // A product that came out slightly off must not move an instant that came from here.
        return Date(milliseconds: candidate) <= self ? candidate : candidate - 1
    }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    var roundedDownToMillisecond: Date { Date(milliseconds: milliseconds) }
}
