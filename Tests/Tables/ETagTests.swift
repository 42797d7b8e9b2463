import SQL
import Tables
import Testing

@Suite struct ETagTests {
    @Test(
        "an etag is SplitMix64 over kinds, lengths and words, in base64url",
        arguments: [
            ([], "njd5uX9KfBU"), ([.null], "4iCoOXsdza8"), ([1], "GUOK5rgTsz0"), ([-1], "RlC8DrMxLiM"),
            ([""], "5gu79soJTzw"), (["é"], "iHDqHl4Gf7g"), ([.blob([0xc3, 0xa9])], "VNSv90Ge-Mk"),
            (["acc_1", 2, nil], "boKDAIAi-HE"), (["dlg_01jd3m5e8wf6q9v2k7x4r1t0zb"], "bsXOlljKQXI"),
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
