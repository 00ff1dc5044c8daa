import CQREncode

/// A text as a QR code (ISO/IEC 18004), made by libqrencode.
public struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    public let size: Int
    /// Row by row, true where dark.
    public let modules: [Bool]

    /// Modules that stay light around the code.
    public static let quietZone = 4

    /// Diagonals. Readers take any of the eight masks; making all of them to find the one that is easiest to read under bad
    /// light took a quarter of the time of a creator's page.
    private static let mask: Int32 = 3

    /// The smallest code of the text in UTF-8, with 15 % of its modules to spare; nil where it is too long for any
    /// (about 2,300 bytes).
    public init?(_ text: String) {
        guard let input = QRinput_new2(0, QR_ECLEVEL_M) else { return nil }
        defer { QRinput_free(input) }
        guard Split_splitStringToQRinput(text, input, QR_MODE_8, 1) == 0, let code = QRcode_encodeMask(input, Self.mask)
        else { return nil }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        self.size = size
        let data = code.pointee.data
        // The lowest bit of each byte says whether the module is dark.
        modules = UnsafeBufferPointer(start: data, count: size * size).map { $0 & 1 == 1 }
    }

    /// One line through each run of dark modules, to be drawn one module wide; in units of a module, the quiet zone
    /// included: "M4 4.5h7m1 0h2…".
    public var path: String {
        // Bytes, as a text that grows by a digit at a time costs more than the code itself.
        var path: [UInt8] = []
        path.reserveCapacity(modules.count * 2)
        for row in 0..<size {
            // Where the pen stands in the row; nil before its first run.
            var pen: Int?
            var column = 0
            while column < size {
                guard modules[row * size + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < size, modules[row * size + column] { column += 1 }
                if let pen {
                    path.append(UInt8(ascii: "m"))
                    Self.append(start - pen, to: &path)
                    path.append(contentsOf: " 0".utf8)
                } else {
                    path.append(UInt8(ascii: "M"))
                    Self.append(start + Self.quietZone, to: &path)
                    path.append(UInt8(ascii: " "))
                    Self.append(row + Self.quietZone, to: &path)
                    path.append(contentsOf: ".5".utf8)
                }
                path.append(UInt8(ascii: "h"))
                Self.append(column - start, to: &path)
                pen = column
            }
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// A distance in a code, which has two digits or three in the largest.
    private static func append(_ number: Int, to path: inout [UInt8]) {
        if number >= 10 { append(number / 10, to: &path) }
        path.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
