/// Gives each distinct field name of a file a small number, without making a string of the ones already seen.
struct FieldNames {
    private(set) var all: [String] = []
    private var spelled: [[UInt8]] = []
    /// Open addressing, a power of two of slots, at most half of them filled; 0 is free, else an index plus one.
    private var slots = [Int](repeating: 0, count: 128)

    /// The number of the name that `bytes` spell between two offsets. Expected constant time.
    mutating func number(of bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var slot = Self.hash(bytes, start, end) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if Self.spells(spelled[number], bytes, start, end) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        spelled.append(Array(bytes[start..<end]))
        all.append(String(decoding: bytes[start..<end], as: UTF8.self))
        slots[slot] = all.count
        if all.count * 2 > slots.count { grow() }
        return all.count - 1
    }

    private mutating func grow() {
        slots = [Int](repeating: 0, count: slots.count * 2)
        for (number, name) in spelled.enumerated() {
            var slot = Self.hash(name, 0, name.count) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number + 1
        }
    }

    private static func spells(_ name: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard name.count == end - start else { return false }
        for index in name.indices where name[index] != bytes[start + index] { return false }
        return true
    }

    /// FNV-1a (draft-eastlake-fnv), folded to a non-negative number.
    private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
    }
}
