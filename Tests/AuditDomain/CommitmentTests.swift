import Testing

@testable import AuditDomain

@Suite("Commitments")
struct CommitmentTests {
    private let salt = (0..<32).map { UInt8($0) }

    @Test("the vector of the contract's description")
    func vector() {
        let commitment = Commitment(path: "changes.display_name.after", value: "Ada Lovelace", salt: salt)
        let hex = commitment.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "1ac67c593e34c1782107b086581da345c76eabd6da9ebc3ed18231c95aa3244e")
    }

    @Test("RFC 4231, test case 2")
    func mac() {
        let hash = Commitment.mac(Array("Jefe".utf8), Array("what do ya want for nothing?".utf8))
        let hex = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("it binds salt, path and value, and where the one ends and the other begins")
    func binds() {
        let all = [
            Commitment(path: "ab", value: "c", salt: salt), Commitment(path: "a", value: "bc", salt: salt),
            Commitment(path: "ab", value: "c ", salt: salt), Commitment(path: "ab", value: "", salt: salt),
            Commitment(path: "ab", value: "c", salt: salt.reversed()),
        ]
        #expect(Set(all.map(\.bytes)).count == all.count)
    }
}
