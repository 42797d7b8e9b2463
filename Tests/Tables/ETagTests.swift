import SQL
import Tables
import Testing

@Suite struct ETagTests {
    @Test(
        "an etag is FNV-1a over kinds, lengths and bytes, in base64url",
        arguments: [
            ([], "y_Kc5IQiIyU"), ([.null], "r2O9TIYBt98"), ([1], "cZTz5Zrkfc0"), ([-1], "aFzYOtNLNCQ"),
            ([""], "DNks9U3GFeU"), (["é"], "XcV5006wIb8"), ([.blob([0xc3, 0xa9])], "xyY1zR1z6eA"),
            (["acc_1", 2, nil], "tiehYCSTIQ4"),
        ] as [([Value], String)])
    func known(_ row: [Value], _ text: String) {
        #expect(Self.etag(row) == text)
    }

    @Test("rows that read alike when written one behind the other are told apart")
    func rows() {
        let rows: [[Value]] = [
            ["a", "b"], ["ab", ""], ["", "ab"], ["ab"], [.blob([97, 98])], [nil, "ab"], [0], [false, false], [nil], [""],
            ["\u{e9}"], ["e\u{301}"], ["a\0b"],
        ]
        #expect(Set(rows.map(Self.etag)).count == rows.count)
    }

    private static func etag(_ row: [Value]) -> String {
        var etag = ETag()
        for value in row { etag.add(value) }
        return etag.text
    }
}
