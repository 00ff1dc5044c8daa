import Pages
import Testing

@testable import SiteGenerator

@Suite struct PreviewPictureTests {
    @Test func theSameColoursGiveTheSamePicture() throws {
        let values = ["--accent: #0b6e4f;", "--accent: #0b6e4f; --good: #fff;", "--accent: #b5411f;"]
        let pictures = values.map { PreviewPicture(tokens: StyleTokens(styleSheet: Array(":root { \($0) }".utf8))).png }
        #expect(pictures[0] == pictures[1] && pictures[0] != pictures[2])
        let header = try #require(PictureHeader(pictures[0]))
        #expect(header.format == .png && header.width == 1200 && header.height == 630)
        #expect(pictures[0].count < 40_000)
    }

    @Test func aChunkCarriesTheChecksumOfTheStandard() {
        // IEND has no content, and so always the same checksum.
        let bytes = PNGFile.bytes(ofRGB: [1, 2, 3], width: 1, height: 1)
        #expect(bytes.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
    }
}
