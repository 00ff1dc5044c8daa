/// A stable sort of places by 64-bit keys (LSD radix, 16 bits at a time). O(n) for each half-word in which keys differ.
enum RadixSort {
    /// - Parameters:
    ///   - places: what is put in order; each is a position in `keys`.
    /// - Returns: the places with the smallest key first; those of equal keys stay as they stood.
    static func ascending(_ keys: [UInt64], startingFrom places: [UInt32]) -> [UInt32] {
        var places = places
        var next = [UInt32](repeating: 0, count: places.count)
        for shift in stride(from: UInt64(0), to: 64, by: 16) {
            var starts = [Int](repeating: 0, count: 65_537)
            for key in keys { starts[Int(key >> shift & 0xffff) + 1] += 1 }
            if starts.contains(places.count) { continue }  // all have the same digit
            for digit in 1...65_536 { starts[digit] += starts[digit - 1] }
            for place in places {
                let digit = Int(keys[Int(place)] >> shift & 0xffff)
                next[starts[digit]] = place
                starts[digit] += 1
            }
            swap(&places, &next)
        }
        return places
    }
}
