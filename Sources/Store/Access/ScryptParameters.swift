/// How much work one password costs (RFC 7914): memory of 128 · 2^`costExponent` · `blockSize` bytes, gone through
/// `parallelism` times.
public struct ScryptParameters: Hashable, Sendable {
    /// The binary logarithm of N.
    public let costExponent: Int
    /// r.
    public let blockSize: Int
    /// p.
    public let parallelism: Int

    /// - Precondition: the values are within the bounds of `isSound`.
    public init(costExponent: Int, blockSize: Int, parallelism: Int) {
        (self.costExponent, self.blockSize, self.parallelism) = (costExponent, blockSize, parallelism)
        precondition(isSound, "scrypt takes no such parameters")
    }

    /// What new passwords are kept with: 32 MiB, three times. Raise them when machines have become faster: each password is
    /// derived anew when its member signs in next.
    ///
    /// A build for debugging leaves the derivation unoptimised, which takes many times as long; so it asks for less.
    public static let standard: ScryptParameters = {
        #if DEBUG
            ScryptParameters(costExponent: 11, blockSize: 8, parallelism: 1)
        #else
            ScryptParameters(costExponent: 15, blockSize: 8, parallelism: 3)
        #endif
    }()

    /// Whether less work guards a password that was kept with these.
    func isWeaker(than other: ScryptParameters) -> Bool { work < other.work }

    private var work: Int { (1 << costExponent) * blockSize * parallelism }

    /// Reads what `text` gives; nil for anything else, or for more than half a gibibyte.
    init?(_ text: Substring) {
        let values = text.split(separator: ",", omittingEmptySubsequences: false)
        guard values.count == 3, let ln = Self.value(of: "ln", in: values[0]), let r = Self.value(of: "r", in: values[1]),
            let p = Self.value(of: "p", in: values[2])
        else { return nil }
        (costExponent, blockSize, parallelism) = (ln, r, p)
        guard isSound else { return nil }
    }

    private static func value(of name: String, in text: Substring) -> Int? {
        text.hasPrefix(name + "=") ? Int(text.dropFirst(name.count + 1)) : nil
    }

    /// "ln=15,r=8,p=3".
    var text: String { "ln=\(costExponent),r=\(blockSize),p=\(parallelism)" }

    /// Ends a number that somebody wrote into the file from taking the machine down.
    private var isSound: Bool {
        (1...20).contains(costExponent) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
            && 128 * (1 << costExponent) * blockSize <= 512 << 20
    }
}
