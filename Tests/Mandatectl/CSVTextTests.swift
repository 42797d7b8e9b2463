import Testing

@testable import mandatectl

@Suite("CSV as it is written")
struct CSVTextTests {
    private func back(_ rows: [[String]], _ header: [String]) throws -> [[String]] {
        try CSVTable(bytes: Array(CSVText.file(header, rows).utf8), named: "x.csv", columns: header).rows.map { row in
            header.map { row[$0] }
        }
    }

    @Test(
        "A field is quoted where it must be, and guarded where a spreadsheet would run it",
        arguments: [
            (["a", "b"], "a,b"), (["", ""], ","), ([""], "\"\""), (["a,b"], "\"a,b\""), (["say \"hi\""], "\"say \"\"hi\"\"\""),
            (["two\nlines", "x\r"], "\"two\nlines\",\"x\r\""), ([" a", "b "], "\" a\",\"b \""), (["a b"], "a b"),
            (["=1+1", "+49", "-1", "@a"], "'=1+1,'+49,'-1,'@a"), (["\tx", "\rx"], "'\tx,\"'\rx\""),
            (["'=1", "''=1"], "''=1,'''=1"), (["'t Hooft", "'", "a=b"], "'t Hooft,',a=b"),
            (["=\"x\",1"], "\"'=\"\"x\"\",1\""), (["\"\u{301}"], "\"\"\"\u{301}\""), (["\u{FEFF}x"], "\u{FEFF}x"),
        ])
    func line(values: [String], text: String) throws {
        #expect(CSVText.line(values).utf8.elementsEqual(text.utf8))
        let header = values.indices.map { "column\($0)" }
        #expect(try back([values], header).map(bytes) == [bytes(values)])
    }

    @Test("What other programs guarded reads without its guard, and other apostrophes stay")
    func foreign() throws {
        let file = "a,b\n'+49 40,\"'=cmd\"\n''x,'t\n"
        let rows = try CSVTable(bytes: Array(file.utf8), named: "x.csv", columns: ["a", "b"]).rows
        #expect(rows.map { [$0["a"], $0["b"]] } == [["+49 40", "=cmd"], ["''x", "'t"]])
    }

    @Test("Whatever names hold, it reads back the same, byte for byte")
    func random() throws {
        let alphabet = [
            "\"", ",", "\r", "\n", "\r\n", "=", "+", "-", "@", "\t", "'", " ", "\u{FEFF}", "\u{301}", "ü", "u\u{308}", "a", ";",
            "漢", "\u{202E}", "\u{1F600}", "\u{200D}", "\u{7F}", "\u{85}",
        ]
        var random = SystemRandomNumberGenerator()
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }.joined()
        }
        for columns in 1...3 {
            let header = (0..<columns).map { "column\($0)" }
            for _ in 0..<2_000 {
                let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in header.map { _ in text() } }
                #expect(try back(rows, header).map(bytes) == rows.map(bytes), "\(rows.debugDescription)")
            }
        }
    }

    /// To Swift two texts are equal that look the same.
    private func bytes(_ values: [String]) -> [[UInt8]] { values.map { Array($0.utf8) } }
}
