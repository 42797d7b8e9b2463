import IdentityDomain
import Testing

@Suite struct PasswordTests {
    @Test(
        "B9 passwords by length",
        arguments: [
            ("", Refusal.Code.invalidField), ("1234567", .invalidField), ("12345678", nil), ("üüüü", nil),
            (String(repeating: "x", count: 1024), nil), (String(repeating: "x", count: 1025), .tooLong),
        ] as [(String, Refusal.Code?)])
    func policy(password: String, code: Refusal.Code?) {
        #expect(refusal { () throws(Refusal) in try PasswordPolicy.check(password, field: "password") } == code)
    }

    @Test("B9 five wrong passwords slow down, a second first, then doubling to a minute")
    func delays() {
        var wrong = WrongPasswords()
        var seconds: [Int64] = []
        for attempt in 1...14 {
            wrong.wrong(at: Int64(attempt))
            seconds.append(wrong.wait(at: Int64(attempt)) / 1_000_000)
        }
        #expect(seconds == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
    }

    @Test("B9 a delay passes, and never grows when the clock is set back")
    func passes() {
        var wrong = WrongPasswords()
        let start: Int64 = 1_000_000_000
        for _ in 0..<6 { wrong.wrong(at: start) }
        #expect(wrong.wait(at: start + 1_500_000) == 500_000)
        #expect(wrong.wait(at: start + 2_000_000) == 0)
        #expect(wrong.wait(at: start - 3_600_000_000) == 2_000_000)
    }

    @Test("B9 a delay begins when the answer is known")
    func answered() {
        var wrong = WrongPasswords()
        for _ in 0..<5 { wrong.wrong(at: 0) }
        wrong.answered(at: 700_000)
        #expect(wrong.wait(at: 1_000_000) == 700_000)
    }

    @Test("B9 a row is over after a quarter of an hour")
    func forgotten() {
        var wrong = WrongPasswords()
        for _ in 0..<9 { wrong.wrong(at: 0) }
        wrong.wrong(at: WrongPasswords.forgottenAfterMicros + 1)
        #expect(wrong.inARow == 1)
        #expect(wrong.wait(at: WrongPasswords.forgottenAfterMicros + 1) == 0)
    }
}
