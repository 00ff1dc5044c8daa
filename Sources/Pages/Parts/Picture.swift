import Marketplace

/// A creator's face: the photo where there is one, else the drawn avatar.
enum Picture {
    /// - Parameters:
    ///   - root: what leads from the page to the top of the site.
    ///   - size: width and height in CSS pixels; reserved before the photo arrives.
    static func html(of creator: PublicCreator, root: String, size: Int, isLazy: Bool = true) -> String {
        guard let photo = creator.photo else {
            return Avatar.svg(username: creator.username, nickname: creator.nickname, size: size)
        }
        let loading = isLazy ? " loading=\"lazy\"" : ""
        let address = root + "photos/" + PercentEncoding.encode(photo)
        return "<img class=\"photo\" src=\"\(address)\" width=\"\(size)\" height=\"\(size)\"\(loading) alt=\"\">"
    }
}
