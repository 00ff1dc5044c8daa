import Marketplace
import Pages

/// What messengers show beside a page without a picture of its own: three cards in the site's colours. It has no letters, as
/// these would come out differently with the fonts of each machine.
struct PreviewPicture {
    static let (width, height) = (1200, 630)
    private var canvas: [UInt8]

    /// - Parameter tokens: those of the site's style sheet; colours that are not in it are the program's own.
    init(tokens: StyleTokens) {
        func colour(_ name: String, _ otherwise: Colour) -> Colour { tokens.lightColour(name) ?? otherwise }
        let surface = Colour(red: 255, green: 255, blue: 255)
        let accent = colour("accent", Colour(red: 0xba, green: 0x38, blue: 0x22))
        let line = colour("line", Colour(red: 0xe1, green: 0xde, blue: 0xd7))
        let ink = colour("ink", Colour(red: 0x18, green: 0x1d, blue: 0x27))
        let ground = colour("accent-tint", Colour(red: 0xfe, green: 0xec, blue: 0xe4))
        let row = (0..<Self.width).flatMap { _ in [ground.red, ground.green, ground.blue] }
        canvas = (0..<Self.height).flatMap { _ in row }
        // The one in front is the one that matters.
        for (x, y, ink, accent) in [(40, 145, line, ground), (760, 145, line, ground), (400, 85, ink, accent)] {
            fill(x: x - 4, y: y - 4, width: 408, height: 468, corner: 40, with: line)
            fill(x: x, y: y, width: 400, height: 460, corner: 36, with: surface)
            fill(x: x + 40, y: y + 40, width: 112, height: 112, corner: 56, with: accent)
            fill(x: x + 176, y: y + 64, width: 168, height: 26, corner: 13, with: ink)
            fill(x: x + 176, y: y + 106, width: 112, height: 20, corner: 10, with: line)
            for place in 0..<3 {
                fill(x: x + 40 + place * 112, y: y + 200, width: 72, height: 18, corner: 9, with: line)
                fill(x: x + 40 + place * 112, y: y + 232, width: 92, height: 30, corner: 15, with: ink)
            }
            fill(x: x + 40, y: y + 340, width: 152, height: 80, corner: 18, with: line)
            fill(x: x + 43, y: y + 343, width: 146, height: 74, corner: 15, with: surface)
            fill(x: x + 208, y: y + 340, width: 152, height: 80, corner: 18, with: accent)
        }
    }

    /// A box with round corners, their edge blended with what is there.
    private mutating func fill(x: Int, y: Int, width: Int, height: Int, corner: Int, with colour: Colour) {
        let channels = [colour.red, colour.green, colour.blue]
        let whole = (0..<width).flatMap { _ in channels }
        for row in 0..<height {
            // How far the row is beyond the straight part, from the middle of its pixels.
            let rise = Double(max(0, corner - row, row + 1 - (height - corner))) - 0.5
            let edge = rise > 0 ? corner : 0
            let start = ((y + row) * Self.width + x) * 3
            canvas.replaceSubrange((start + edge * 3)..<(start + (width - edge) * 3), with: whole[..<((width - 2 * edge) * 3)])
            for column in 0..<edge {
                let run = Double(corner - column) - 0.5
                let share = min(1, Double(corner) + 0.5 - (rise * rise + run * run).squareRoot())
                guard share > 0 else { continue }
                for (offset, channel) in channels.enumerated() {
                    for place in [start + column * 3 + offset, start + (width - 1 - column) * 3 + offset] {
                        let under = Double(canvas[place])
                        canvas[place] = UInt8((under + (Double(channel) - under) * share).rounded())
                    }
                }
            }
        }
    }

    var png: [UInt8] { PNGFile.bytes(ofRGB: canvas, width: Self.width, height: Self.height) }
}
