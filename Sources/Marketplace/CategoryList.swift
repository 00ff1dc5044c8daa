/// A first-level shop category.
public struct Category: Hashable, Sendable {
    public let slug: Slug
    public let name: String
    /// The platform's id, where known.
    public let id: String?

    /// Nil where the name has no letter or digit to make a slug of.
    public init?(name: String, id: String? = nil) {
        guard let slug = Slug(naming: name) else { return nil }
        (self.slug, self.name, self.id) = (slug, name, id)
    }
}

/// The categories of a site, in the order in which they are shown.
public struct CategoryList: Hashable, Sendable {
    public let all: [Category]
    private let bySlug: [Slug: Category]

    /// Of two categories with one slug the first stands.
    public init(_ categories: [Category]) {
        var bySlug: [Slug: Category] = [:]
        all = categories.filter { bySlug.updateValue(bySlug[$0.slug] ?? $0, forKey: $0.slug) == nil }
        self.bySlug = bySlug
    }

    public subscript(slug: Slug) -> Category? { bySlug[slug] }

    /// The category that a text means: by name or slug in any case, by id, or by the part of its name before the first
    /// "&" or "," ("Beauty" is Beauty & Personal Care). Nil where none or several are meant.
    public func category(meant text: String) -> Category? {
        if let exact = Slug(naming: text).flatMap({ bySlug[$0] }) { return exact }
        if let byID = all.first(where: { $0.id == text }) { return byID }
        let meant = all.filter { category in
            let head = category.name.prefix { $0 != "&" && $0 != "," }
            return head.count < category.name.count && Slug(naming: String(head)) == Slug(naming: text)
        }
        return meant.count == 1 ? meant.first : nil
    }

    /// The platform's first-level categories with their ids, as of 2026; "Virtual Products" has no confirmed id.
    public static let standard = CategoryList(
        [
            ("600001", "Home Supplies"), ("600024", "Kitchenware"), ("600154", "Textiles & Soft Furnishings"),
            ("600942", "Household Appliances"), ("601152", "Womenswear & Underwear"), ("601303", "Muslim Fashion"),
            ("601352", "Shoes"), ("601450", "Beauty & Personal Care"), ("601739", "Phones & Electronics"),
            ("601755", "Computers & Office Equipment"), ("602118", "Pet Supplies"), ("602284", "Baby & Maternity"),
            ("603014", "Sports & Outdoor"), ("604206", "Toys & Hobbies"), ("604453", "Furniture"),
            ("604579", "Tools & Hardware"), ("604968", "Home Improvement"), ("605196", "Automotive & Motorcycle"),
            ("605248", "Fashion Accessories"), ("700437", "Food & Beverages"), ("700645", "Health"),
            ("801928", "Books, Magazines & Audio"), ("802184", "Kids' Fashion"), ("824328", "Menswear & Underwear"),
            ("824584", "Luggage & Bags"), ("856720", "Pre-Owned"), ("951432", "Collectibles"),
            ("953224", "Jewelry Accessories & Derivatives"), ("2344592", "Bookings & Vouchers"),
            (nil, "Virtual Products"),
        ].compactMap { id, name in Category(name: name, id: id) }
    )
}
