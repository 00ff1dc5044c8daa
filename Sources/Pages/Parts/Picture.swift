import Marketplace

/// A creator's face: the photo where there is one, else the drawn avatar.
enum Picture {
    /// - Parameters:
    ///   - root: what leads from the page to the top of the site.
    ///   - hasCardPhotos: whether small pictures have files of their own.
    ///   - size: width and height in CSS pixels; reserved before the photo arrives.
    static func html(
        of creator: PublicCreator, root: String, size: Int, hasCardPhotos: Bool = false, isLazy: Bool = true
    ) -> String {
        guard let photo = creator.photo else {
            return Avatar.svg(username: creator.username, nickname: creator.nickname, size: size)
        }
        let loading = isLazy ? " loading=\"lazy\"" : ""
        let folder = hasCardPhotos && size <= Card.pictureSize ? "photos/card/" : "photos/"
        let address = root + folder + PercentEncoding.encode(photo)
        return "<img class=\"photo\" src=\"\(address)\" width=\"\(size)\" height=\"\(size)\"\(loading) alt=\"\">"
    }
}
