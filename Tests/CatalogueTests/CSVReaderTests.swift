import Testing

@testable import Catalogue

@Suite struct CSVReaderTests {
    private func rows(_ text: String) -> [[String]] { records(of: CSVReader(bytes(text), file: "a.csv")) }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func linesEndWithAnyLineBreak(_ lineBreak: String) {
        let text = ["a,b", "1,2", "3,4"].joined(separator: lineBreak)
        #expect(rows(text) == [["1", "2"], ["3", "4"]])
        #expect(rows(text + lineBreak) == [["1", "2"], ["3", "4"]])
    }

    @Test(arguments: [",", "\t", ";"])
    func delimiterIsRecognised(_ delimiter: String) {
        #expect(rows("a\(delimiter)b\n\"x\(delimiter)y\"\(delimiter)2\n") == [["x\(delimiter)y", "2"]])
    }

    @Test func delimiterIsThatOfTheHeaderAndNotOfTheCells() {
        #expect(rows("a,b\nx;y;z;w,2\n") == [["x;y;z;w", "2"]])
    }

    @Test func delimitersInQuotedHeaderCellsDoNotCount() {
        let reader = CSVReader(bytes("\"a,b,c\";d\n1;2\n"), file: "a.csv")
        #expect(reader.names == ["a,b,c", "d"])
    }

    @Test func byteOrderMarkIsNoPartOfTheFirstName() {
        let reader = CSVReader(bytes("\u{feff}a,b\n1,2\n"), file: "a.csv")
        #expect(reader.names == ["a", "b"])
        #expect(reader.header.first?.position == SourcePosition(line: 1, column: 1))
    }

    @Test func quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        #expect(rows("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\n") == [["x, \"y\"", "1\r\n2"]])
    }

    @Test func quoteInsideABareCellIsACharacter() {
        #expect(rows("a,b\n5\" screen,2\n") == [["5\" screen", "2"]])
    }

    @Test func blankLinesAndLinesOfEmptyCellsArePassedOver() {
        let reader = CSVReader(bytes("\n,,\n  \na,b,c\n\n1,2,3\n,,\n \n"), file: "a.csv")
        #expect(reader.names == ["a", "b", "c"])
        #expect(reader.header.first?.position.line == 4)
        #expect(records(of: reader) == [["1", "2", "3"]])
    }

    @Test func positionsArePhysicalLinesAndByteColumns() {
        var reader = CSVReader(bytes("a,b,c\r\n\"é\nx\",ü,3\r\n4,5,6\r\n"), file: "a.csv")
        var record = RawRecord()
        let outcome = reader.next(into: &record)
        #expect(outcome != nil)
        #expect(record.fields.map(\.position.line) == [2, 3, 3])
        #expect(record.fields.map(\.position.column) == [1, 4, 7])
        let next = reader.next(into: &record)
        #expect(next != nil)
        #expect(record.position == SourcePosition(line: 4, column: 1))
    }

    @Test func unclosedQuoteCostsOneRecordAndNotTheFile() throws {
        #expect(rows("a,b\n1,\"x\n3,4\n5,6\n") == [["! csv.unclosed-quote"], ["3", "4"], ["5", "6"]])
        var reader = CSVReader(bytes("a,b\n1,\"x\n3,4\n"), file: "a.csv")
        var record = RawRecord()
        guard case .faulty(let fault)? = reader.next(into: &record) else { throw Unexpected() }
        #expect((fault.line, fault.column) == (2, 3))
    }

    @Test func textAfterAClosingQuoteIsToldWhereItStands() throws {
        var reader = CSVReader(bytes("a,b\n\"Best\" tips,2\n3,4\n"), file: "a.csv")
        var record = RawRecord()
        guard case .faulty(let fault)? = reader.next(into: &record) else { throw Unexpected() }
        #expect(fault.id == .csvTextAfterQuote)
        #expect((fault.line, fault.column) == (2, 7))
        #expect(records(of: reader) == [["3", "4"]])
    }

    @Test func quoteThatRunsIntoALaterOneDoesNotSwallowTheLinesBetween() {
        #expect(
            rows("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n")
                == [["! csv.text-after-quote"], ["2", "y"], ["3", "z"], ["4", "w"]])
    }

    @Test func rowsWithTooFewOrTooManyCellsAreTold() {
        #expect(rows("a,b\n1\n1,2,3\n1,2\n") == [["! csv.cell-count"], ["! csv.cell-count"], ["1", "2"]])
    }

    @Test func emptyFileIsTold() {
        #expect(CSVReader([], file: "a.csv").headerFault?.id == .fileEmpty)
        #expect(CSVReader(bytes("\n\n , \n"), file: "a.csv").headerFault?.id == .fileEmpty)
    }

    @Test(arguments: ["plain", "a,b", "say \"hi\"", "two\nlines", " padded ", ""])
    func writtenCellsReadBackAsTheyWere(_ text: String) {
        let row = CSVDialect.standard.row([text, "x"])
        #expect(records(of: CSVReader(bytes("a,b\n") + row, file: "a.csv")) == [[text, "x"]])
    }

    /// A quote at the start of every line makes each of them run into the next. Read again for each line, they
    /// would take past any patience: the limit is far above what a busy machine needs to read them once.
    @Test(.timeLimit(.minutes(15))) func hostileQuotesAreReadInLinearTime() {
        let text = "a,b\n" + String(repeating: "\"x\"\"\n", count: 200_000)
        #expect(rows(text).count == 200_000)
    }
}

/// A test met what can't be there.
struct Unexpected: Error {}
