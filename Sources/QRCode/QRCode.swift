import CQREncode

/// A text as a QR code (ISO/IEC 18004), made by libqrencode.
public struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    public let size: Int
    /// Row by row, true where dark.
    public let modules: [Bool]

    /// Modules that stay light around the code.
    public static let quietZone = 4

    /// The smallest code of the text in UTF-8, with 15 % of its modules to spare; nil where it is too long for any
    /// (about 2,300 bytes).
    public init?(_ text: String) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
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
        var path = ""
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
                // Short pieces one by one are several times faster than an interpolation.
                if let pen {
                    path += "m"
                    path += String(start - pen)
                    path += " 0"
                } else {
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone).5"
                }
                path += "h"
                path += String(column - start)
                pen = column
            }
        }
        return path
    }
}
