import Testing

@testable import Catalogue

@Suite struct DiagnosticTests {
    @Test func isPrintedWithPlaceIdAndFix() {
        let diagnostic = Diagnostic(
            file: "creators/june.csv", line: 14, column: 7, id: .creatorNumber,
            message: "'followers' holds '1,3M', which is no number", fix: "write 1300000 or 1.3M")
        #expect(
            diagnostic.description == """
                creators/june.csv:14:7: error: 'followers' holds '1,3M', which is no number [creator.number]
                  fix: write 1300000 or 1.3M
                """)
    }

    @Test func isSortedByFileThenLineThenColumn() {
        let places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 3)]
        let sorted = places.map { Diagnostic(file: $0.0, line: $0.1, column: $0.2, id: .yamlKey, message: "m") }.sorted()
        #expect(sorted.map { "\($0.file)\($0.line):\($0.column)" } == ["a2:3", "a2:9", "a10:1", "b1:1"])
    }

    @Test(arguments: [
        ("folowers", "followers"), ("Followers", "followers"), ("gvm", "gmv"), ("video_view_avg", "video_views_avg"),
        ("nick_name", "nickname"), ("audience_femal", "audience_female"),
    ])
    func suggestsTheNearestWord(_ word: String, _ meant: String) {
        #expect(NearestWord.nearest(to: word, among: ColumnPlan.names) == meant)
    }

    @Test(arguments: ["hashtags", "xyzzy", "", "a"])
    func suggestsNothingWhereNothingIsNear(_ word: String) {
        #expect(NearestWord.nearest(to: word, among: ColumnPlan.names) == nil)
    }

    @Test func quotedTextCanNotMoveTheCursorOrHideItself() {
        #expect("a\u{1b}[2Jb\u{202e}c\nd".quoted == "'a\\u{1b}[2Jb\\u{202e}c\\nd'")
        #expect(String(repeating: "x", count: 100).quoted == "'" + String(repeating: "x", count: 60) + "…'")
    }

    @Test func idsAreDistinct() {
        #expect(Set(DiagnosticID.allCases.map(\.rawValue)).count == DiagnosticID.allCases.count)
    }
}
