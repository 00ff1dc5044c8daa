import Testing

@testable import SiteGenerator

@Suite struct PictureHeaderTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0x2c, 0, 0, 0, 0xc8]
    /// A comment, padding, then a progressive frame of 300 by 200.
    private static let jpeg: [UInt8] =
        [0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 0xc8, 1, 0x2c, 1, 1, 0x11, 0]

    @Test func readsTheSizeBeforeAnythingIsUnpacked() {
        for bytes in [Self.png, Self.jpeg] {
            #expect(PictureHeader(bytes)?.width == 300 && PictureHeader(bytes)?.height == 200)
        }
        #expect(PictureHeader(Self.png)?.format == .png && PictureHeader(Self.jpeg)?.format == .jpeg)
    }

    @Test func aPictureThatEndsAnywhereIsNoneOrTheSame() {
        for bytes in [Self.png, Self.jpeg] {
            for end in bytes.indices {
                let header = PictureHeader(Array(bytes[..<end]))
                #expect(header == nil || header == PictureHeader(bytes))
            }
        }
    }

    @Test func noSizeIsNoPicture() {
        var bytes = Self.png
        bytes.replaceSubrange(16..<20, with: [0, 0, 0, 0])
        #expect(PictureHeader(bytes) == nil)
    }

    @Test func metadataOfWebPIsCutOutAndItsFlagsAreCleared() {
        func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
            Array(name.utf8) + [UInt8(content.count), 0, 0, 0] + content + (content.count % 2 == 1 ? [0] : [])
        }
        let kept = chunk("VP8X", [0b0001_1110, 0, 0, 0, 9, 0, 0, 9, 0, 0])
        let image = chunk("VP8 ", [1, 2, 3])
        func file(_ chunks: [UInt8]) -> [UInt8] {
            Array("RIFF".utf8) + [UInt8(chunks.count + 4), 0, 0, 0] + Array("WEBP".utf8) + chunks
        }
        var cleared = kept
        cleared[8] = 0b0001_0010
        let whole = file(kept + image + chunk("EXIF", [7, 7, 7]) + chunk("XMP ", [8, 8]))
        #expect(WebPMetadata.removed(from: whole) == file(cleared + image))
        #expect(WebPMetadata.removed(from: Self.png) == Self.png)
    }
}
