import Foundation

/// A colour of the screen: sRGB with 8 bits a channel, as `#rrggbb` writes it.
public struct Colour: Hashable, Sendable, CustomStringConvertible {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// "#b5411f".
    public var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The contrast ratio of two colours, 1 to 21 (WCAG 2.2).
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The light of a channel, 0 to 1 (IEC 61966-2-1).
    static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    /// The channel of a light, which is brought to 0 to 1.
    static func channel(_ light: Double) -> UInt8 {
        let light = min(max(light, 0), 1)
        let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
        return UInt8((value * 255).rounded())
    }
}

/// A colour as people see it: lightness, chroma and hue (B. Ottosson, "A perceptual color space for image processing").
public struct OKLCH: Hashable, Sendable {
    /// 0, black, to 1, white.
    public var lightness: Double
    /// 0, grey, to about 0.37 where sRGB is most colourful.
    public var chroma: Double
    /// Degrees.
    public var hue: Double

    public init(lightness: Double, chroma: Double, hue: Double) {
        (self.lightness, self.chroma, self.hue) = (lightness, chroma, hue)
    }

    public init(_ colour: Colour) {
        let (r, g, b) = (Colour.linear(colour.red), Colour.linear(colour.green), Colour.linear(colour.blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        let greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        let blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        chroma = hypot(greenRed, blueYellow)
        let degrees = atan2(blueYellow, greenRed) * 180 / .pi
        hue = degrees < 0 ? degrees + 360 : degrees
    }

    /// The nearest colour of the screen with this lightness and hue: what sRGB cannot show loses chroma only.
    public var colour: Colour {
        guard lightness > 0 else { return Colour(red: 0, green: 0, blue: 0) }
        guard lightness < 1 else { return Colour(red: 255, green: 255, blue: 255) }
        if let colour = exactColour { return colour }
        var (low, high) = (0.0, chroma)
        for _ in 0..<20 {
            let middle = (low + high) / 2
            if OKLCH(lightness: lightness, chroma: middle, hue: hue).exactColour == nil { high = middle } else { low = middle }
        }
        let (r, g, b) = OKLCH(lightness: lightness, chroma: low, hue: hue).light
        return Colour(red: Colour.channel(r), green: Colour.channel(g), blue: Colour.channel(b))
    }

    /// Nil where sRGB has no such colour.
    private var exactColour: Colour? {
        let (r, g, b) = light
        let tolerance = 0.000_1
        guard [r, g, b].allSatisfy({ $0 >= -tolerance && $0 <= 1 + tolerance }) else { return nil }
        return Colour(red: Colour.channel(r), green: Colour.channel(g), blue: Colour.channel(b))
    }

    /// The light of the three channels, beyond 0 to 1 where sRGB has no such colour.
    private var light: (Double, Double, Double) {
        let greenRed = chroma * cos(hue * .pi / 180)
        let blueYellow = chroma * sin(hue * .pi / 180)
        let l = pow(lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow, 3)
        let m = pow(lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow, 3)
        let s = pow(lightness - 0.0894841775 * greenRed - 1.2914855480 * blueYellow, 3)
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        )
    }
}

extension Colour {
    /// Reads "#b5411f" or "oklch(0.53 0.17 32)", the lightness also in percent and the hue also with "deg".
    public init?(_ text: String) {
        if let match = text.wholeMatch(of: /#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})/) {
            let channels = [match.1, match.2, match.3].compactMap { UInt8($0, radix: 16) }
            guard channels.count == 3 else { return nil }
            self.init(red: channels[0], green: channels[1], blue: channels[2])
            return
        }
        let form = /oklch\( *([0-9]*\.?[0-9]+)(%?) +([0-9]*\.?[0-9]+) +(-?[0-9]*\.?[0-9]+)(?:deg)? *\)/
        guard let match = text.lowercased().wholeMatch(of: form), let number = Double(match.1), let chroma = Double(match.3),
            let hue = Double(match.4)
        else { return nil }
        let lightness = match.2.isEmpty ? number : number / 100
        guard (0...1).contains(lightness), (0...0.5).contains(chroma), (-360...360).contains(hue) else { return nil }
        self = OKLCH(lightness: lightness, chroma: chroma, hue: hue).colour
    }
}
