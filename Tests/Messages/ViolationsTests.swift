import Testing

@testable import Messages

private let digits = "01jd3m5e8wf6q9v2k7x4r1t0zb"

private func violations(_ message: some Message) -> [String] {
    var violations = Violations()
    message.check(&violations)
    return violations.fields.map { "\($0.field) \($0.reason)" }
}

@Suite struct ViolationsTests {
    @Test("all fields at once, in their order, with the rule that each breaks")
    func all() {
        var violations = Violations()
        let right = Right(rawValue: 77)
        CheckRequest(mailbox: .mailboxId("mbx_1"), right: right, consistencyToken: String(repeating: "t", count: 501)).check(
            &violations)
        #expect(
            violations.fields == [
                FieldViolation(field: "right", description: "enum.defined_only: a value of Right", reason: "INVALID_FIELD"),
                FieldViolation(
                    field: "consistency_token", description: "string.max_bytes: at most 500 bytes", reason: "TOO_LONG"),
                FieldViolation(field: "account", description: "required: it is missing", reason: "MISSING_FIELD"),
                FieldViolation(
                    field: "mailbox_id", description: "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$",
                    reason: "INVALID_FIELD"),
            ])
        #expect(violations.reason == .invalidField)
    }

    @Test("what is right is nothing")
    func none() {
        let check = CheckRequest(account: .accountId("acc_" + digits), mailbox: .mailboxId("mbx_" + digits), right: .setUp)
        #expect(violations(check) == [])
        #expect(violations(BatchCheckRequest(checks: [check])) == [])
        #expect(violations(GetServerRequest()) == [])
    }

    @Test("messages inside are named by their path, elements by their index")
    func paths() {
        let check = CheckRequest(account: .accountId("acc_" + digits), mailbox: .mailboxId("mbx_" + digits), right: .open)
        #expect(violations(ExplainRequest()) == ["check MISSING_FIELD"])
        #expect(violations(BatchCheckRequest()) == ["checks MISSING_FIELD"])
        var broken = check
        broken.right = .unspecified
        #expect(violations(ExplainRequest(check: broken)) == ["check.right MISSING_FIELD"])
        #expect(violations(BatchCheckRequest(checks: [check, broken])) == ["checks[1].right MISSING_FIELD"])
    }

    @Test("a list's bounds are its own field's, and a hundred violations are enough")
    func bounds() {
        let check = CheckRequest(account: .accountId("acc_" + digits), mailbox: .mailboxId("mbx_" + digits), right: .open)
        #expect(violations(BatchCheckRequest(checks: Array(repeating: check, count: 1000))) == [])
        #expect(violations(BatchCheckRequest(checks: Array(repeating: check, count: 1001))) == ["checks TOO_LONG"])
        let worst = violations(BatchCheckRequest(checks: Array(repeating: CheckRequest(), count: 1001)))
        #expect(worst.count == Violations.countMax)
        #expect(worst.prefix(2) == ["checks TOO_LONG", "checks[0].right MISSING_FIELD"])
    }

    @Test(
        "an id has one spelling",
        arguments: [
            ("acc_" + digits, true), ("acc_" + String(repeating: "0", count: 26), true),
            ("acc_7" + String(repeating: "z", count: 25), true), ("acc_8" + String(repeating: "z", count: 25), false),
            ("acc_" + digits + "0", false), ("acc_" + digits.dropLast(), false), ("mbx_" + digits, false),
            ("acc_" + digits.uppercased(), false), ("acc_" + digits + "\n", false), (" acc_" + digits, false),
            ("acc_0" + String(repeating: "i", count: 25), false), ("acc_0" + String(repeating: "é", count: 12) + "0", false),
            ("acc_", false), ("", false), ("acc-" + digits, false), ("acc_01jd3m5e8wf6q9v2k7x4r1t0z\u{0}", false),
        ])
    func identifiers(_ text: String, _ matches: Bool) {
        #expect(Patterns.acc(text) == matches)
        #expect((Identifier.bits(text, prefix: "acc") != nil) == matches)
    }

    @Test("lengths count scalars, not bytes and not what people see")
    func scalars() {
        for (text, length) in [
            ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 2), ("😀", 1), ("👩‍👩‍👧", 5), (String(repeating: "漢", count: 100), 100),
            (String(repeating: "a", count: 100), 100), (String(repeating: "😀", count: 100), 100),
        ] {
            #expect(!text.hasMoreScalars(than: length) && !text.hasFewerScalars(than: length))
            #expect(text.hasFewerScalars(than: length + 1))
            #expect(length == 0 || text.hasMoreScalars(than: length - 1))
        }
    }

    @Test("steps of a pattern: words, classes of one length and of many")
    func steps() {
        // 0 to 9, and a to z.
        let (numbers, letters): (UInt64, UInt64) = (0x3ff_0000_0000_0000, 0x7ff_fffe_0000_0000)
        for (text, range, end) in [
            ("", 0...3, 0), ("12", 0...3, 2), ("1234", 0...3, 3), ("1a", 1...3, 1), ("a", 1...3, nil), ("12", 3...3, nil),
        ] as [(String, ClosedRange<Int>, Int?)] {
            var at = 0
            let taken = text.utf8Span.span.take(range, of: numbers, 0, &at)
            #expect(taken == (end != nil) && (end == nil || at == end))
        }
        for (text, taken) in [("ab12", true), ("ab1", false), ("a812", false), ("ab1\u{80}", false), ("ab1q", false)] {
            let bytes = text.utf8Span.span
            var at = 0
            #expect((bytes.take("ab", &at) && bytes.take(2, of: numbers, 0, &at)) == taken)
            at = 0
            #expect(bytes.take(1, of: 0, letters, &at) && at == 1)
        }
    }
}
