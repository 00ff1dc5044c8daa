/// Cuts a figure's values into buckets: at round numbers, where people draw their bounds, and at quantiles where many
/// lie between two round ones.
struct Borders {
    /// Ascending, each once; a bucket ends below its border.
    let borders: [Int64]

    private static let roundHeads: [Int64] = [10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90]
    /// No bucket holds more than this part of the values, unless they are equal.
    private static let largestPart = 32
    /// A border that cuts off less than this part is left out.
    private static let smallestPart = 256

    /// - Parameter values: the known values, ascending, scaled to integers.
    init(ascending values: [Int64]) {
        guard let largest = values.last else {
            borders = []
            return
        }
        var round: [Int64] = []
        var power: Int64 = 1
        while power <= largest {
            // Heads are tenths, so that 1.5 is there; below 10 only whole ones are.
            round += Self.roundHeads.compactMap { head in
                let (product, overflow) = head.multipliedReportingOverflow(by: power)
                return overflow || product % 10 != 0 ? nil : product / 10
            }
            let (next, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { break }
            power = next
        }
        borders = Self.chosen(from: Array(Set(round)).sorted(), for: values)
    }

    private static func chosen(from round: [Int64], for values: [Int64]) -> [Int64] {
        let largest = max(1, values.count / largestPart)
        let smallest = max(1, values.count / smallestPart)
        var borders: [Int64] = []
        var start = 0
        func cut(upTo end: Int) {
            while end - start > largest + largest / 2 {
                guard let next = firstPosition(in: values, from: start + largest, to: end, above: values[start]) else { break }
                borders.append(values[next])
                start = next
            }
        }
        for border in round {
            let position = lowerBound(of: border, in: values)
            guard position - start >= smallest, values.count - position >= 1 else { continue }
            cut(upTo: position)
            if borders.last != border { borders.append(border) }
            start = position
        }
        cut(upTo: values.count)
        return borders
    }

    /// The first place from `position` on where a value begins; nil where all up to `end` are equal to what stands before.
    private static func firstPosition(in values: [Int64], from position: Int, to end: Int, above floor: Int64) -> Int? {
        var place = lowerBound(of: values[position], in: values)
        if values[place] <= floor { place = lowerBound(of: floor + 1, in: values) }
        return place < end ? place : nil
    }

    /// The first place of a value that is no smaller; `values` ascend. O(log values).
    static func lowerBound(of value: Int64, in values: [Int64]) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = low + (high - low) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The bucket of a value. O(log borders).
    func bucket(of value: Int64) -> Int {
        var (low, high) = (0, borders.count)
        while low < high {
            let middle = low + (high - low) / 2
            if borders[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
