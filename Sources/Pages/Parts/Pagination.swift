import Templating

/// The links between the pages of a list.
struct Pagination {
    /// 1-based.
    let page: Int
    let pageCount: Int
    /// Where a page of the list stands, relative to this one.
    let href: (_ page: Int) -> String

    /// Where a page of a list that is files stands below the top of the site: "ID/health/index.html",
    /// "ID/health/page/2/index.html".
    ///
    /// - Parameter folder: that of the list, without a trailing slash ("ID/health").
    static func path(of page: Int, in folder: String) -> String {
        page == 1 ? "\(folder)/index.html" : "\(folder)/page/\(page)/index.html"
    }

    static let shape: TemplateShape = [
        "page_number": .text, "page_count": .text, "has_pages": .flag, "previous_href": .text, "next_href": .text,
        "pages": .list(["is_gap": .flag, "number": .text, "href": .text, "current": .flag]),
    ]

    var values: TemplateRecord {
        [
            "page_number": .text(NumberText.exact(page)), "page_count": .text(NumberText.exact(pageCount)),
            "has_pages": .flag(pageCount > 1),
            "previous_href": page > 1 ? .text(href(page - 1)) : nil,
            "next_href": page < pageCount ? .text(href(page + 1)) : nil,
            "pages": .list(
                shownPages.map { number in
                    guard let number else { return ["is_gap": .flag(true)] }
                    return [
                        "number": .text(NumberText.exact(number)), "href": .text(href(number)),
                        "current": .flag(number == page),
                    ]
                }
            ),
        ]
    }

    /// The first, the last and those around this one; nil where some are left out.
    private var shownPages: [Int?] {
        let near = (page - 2)...(page + 2)
        var shown: [Int?] = []
        for number in 1...max(1, pageCount) where number == 1 || number == pageCount || near.contains(number) {
            if let last = shown.last ?? nil, number > last + 1 { shown.append(number == last + 2 ? last + 1 : nil) }
            shown.append(number)
        }
        return shown
    }
}
