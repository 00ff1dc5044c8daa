/// How wide a logo is by its height.
enum LogoShape {
    /// 1 where the picture does not say.
    static func ratio(of bytes: [UInt8]) -> Double {
        if let header = PictureHeader(bytes) { return Double(header.width) / Double(header.height) }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let opening = text.firstMatch(of: /<svg[^>]*>/)?.output,
            let box = opening.firstMatch(of: /viewBox\s*=\s*["']([^"']*)["']/)?.output.1
        else { return 1 }
        let numbers = box.split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return 1 }
        let ratio = numbers[2] / numbers[3]
        return ratio.isFinite ? ratio : 1
    }
}
