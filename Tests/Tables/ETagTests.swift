import SQL
import Tables
import Testing

@Suite struct ETagTests {
    @Test(
        "an etag is SplitMix64 over kinds, lengths and words, in the ids' base32",
        arguments: [
            ([], "krvqkebz99y1a"), ([.null], "w8gagebv3q6ty"), ([1], "351rnsnr2eskt"), ([-1], "8s8br3nk64q26"),
            ([""], "wr5vqxpa157kr"), (["é"], "h1rem7jy0szvg"), ([.blob([0xc3, 0xa9])], "akaazxt1kvwcj"),
            (["acc_1", 2, nil], "dt1860404bw72"), (["dlg_01jd3m5e8wf6q9v2k7x4r1t0zb"], "dv2wx5jrs90q4"),
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
