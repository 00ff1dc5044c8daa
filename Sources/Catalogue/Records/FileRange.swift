import Foundation

/// Bytes out of the middle of an open file.
public enum FileRange {
    /// Nil where the file ends before, or the system cannot read it. From several threads at once.
    public static func bytes(of descriptor: Int32, at range: Range<UInt64>) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let read = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
                    off_t(range.lowerBound) + off_t(count))
                guard read > 0 else { return }
                count += read
            }
        }
        return bytes.count == range.count ? bytes : nil
    }
}
