import Testing

@testable import mandatectl

@Suite("The import's CSV reader")
struct CSVTableTests {
    /// Throws the first fault.
    private func table(_ text: String, _ columns: [String] = ["a", "b"], _ optional: [String] = []) throws -> [[String]] {
        let table = try CSVTable(bytes: Array(text.utf8), named: "x.csv", columns: columns, optional: optional)
        if let fault = table.faults.first { throw Failure("line \(fault.line): \(fault.failure.what)") }
        return table.rows.map { row in (columns + optional).map { row[$0] } }
    }

    @Test(
        "what is read",
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n", [["1", "2"]]), ("a,b\n1,2", [["1", "2"]]),
            ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]), ("b,a\n1,2\n", [["2", "1"]]),
            ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", [["x,y", "say \"hi\""]]), ("a,b\n\"two\nlines\",\n", [["two\nlines", ""]]),
            ("a,b\n\n1,2\n\n", [["1", "2"]]), ("a,b\n", []), ("a,b\n\"\",\n", [["", ""]]), ("a,b\nżółć,\"\"\n", [["żółć", ""]]),
        ])
    func read(_ text: String, _ expected: [[String]]) throws {
        #expect(try table(text) == expected)
    }

    @Test(
        "what is refused, with the line it stands on",
        arguments: [
            ("", "is empty"), ("a\n1\n", "'b' is missing"), ("a,b,c\n", "unknown column 'c'"), ("a,a,b\n", "twice"),
            ("a,b\n1\n", "line 2: 1 fields"), ("a,b\n1,2\n\n1,2,3\n", "line 4: 3 fields"),
            ("a,b\n1,\"2\n", "line 2: a quoted field has no end"), ("a,b\n1,2\"x\n", "line 2: a quote stands"),
            ("a,b\n\"1\"x,2\n", "line 2: a quote stands"), ("a,b\n1,\u{0}\n", "line 2: not UTF-8"),
            ("a,b\n\"x\ny\",1\n2\n", "line 4: 1 fields"),
        ])
    func refused(_ text: String, _ named: String) {
        #expect {
            _ = try table(text)
        } throws: { error in
            "\(error)".contains(named)
        }
    }

    @Test("broken UTF-8 is refused with its line")
    func brokenText() {
        #expect {
            _ = try CSVTable(bytes: [0xC3, 0x28], named: "x.csv", columns: ["a"])
        } throws: { error in
            "\(error)".contains("line 1: not UTF-8")
        }
    }

    @Test("the faults of all rows are told, and the rows between them are read")
    func allFaults() throws {
        let text = Array("a,b\n1\n2,2\n3,x\"y,\"\n4,4\n".utf8) + [0xC3, 0x28] + Array(",5\n6,\"6\n\"\n7,7,7\n8,\"8\n".utf8)
        let table = try CSVTable(bytes: text, named: "x.csv", columns: ["a", "b"])
        #expect(table.rows.map { $0["a"] } == ["2", "4", "6"] && table.rows.map(\.line) == [3, 5, 7])
        #expect(table.faults.map(\.line) == [2, 4, 6, 9, 10])
        let read = table.read { row throws(Failure) in
            if row["a"] == "4" { throw Failure("four") }
            return row["a"]
        }
        #expect(read.values == ["2", "6"] && read.faults.map(\.line) == [2, 4, 5, 6, 9, 10])
    }

    @Test("an optional column may be missing, and reads empty")
    func optional() throws {
        #expect(try table("a\n1\n", ["a"], ["z"]) == [["1", ""]])
        #expect(try table("z,a\n2,1\n", ["a"], ["z"]) == [["1", "2"]])
    }
}
