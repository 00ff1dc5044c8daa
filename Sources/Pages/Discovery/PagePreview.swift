/// What others show or know of a page without opening it.
public struct PagePreview: Sendable {
    /// What the page is of, in the words of Open Graph.
    public enum Kind: String, Sendable {
        case website, profile
    }

    var kind = Kind.website
    /// Where its picture stands, below the top of the site.
    var picturePath: String?
    var data: StructuredData?
    /// Where the feed of its market stands, below the top of the site.
    var feedPath: String?

    /// What is shown with a page that has no picture of its own: below the top of the site.
    public static let sitePicturePath = "assets/preview.png"

    /// Of a page that is of nothing in particular.
    public static let plain = PagePreview()
}
