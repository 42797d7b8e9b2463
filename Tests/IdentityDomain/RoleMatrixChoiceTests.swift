import Testing

@testable import IdentityDomain

@Suite("An operator's choices for weak rows")
struct RoleMatrixChoiceTests {
    @Test("C1 a weak row's cell is flipped, the others stay")
    func flipped() throws {
        let matrix = try RoleMatrix.standard.with(["audit_log.auditor=view", "insights_personal.support=view"])
        #expect(matrix.level(of: .auditor, in: "audit_log") == .view)
        #expect(matrix.level(of: .support, in: "insights_personal") == .view)
        #expect(matrix.level(of: .support, in: "audit_log") == RoleMatrix.standard.level(of: .support, in: "audit_log"))
    }

    @Test(
        "C1 what is no choice, and what is not weak, is refused in words",
        arguments: [
            ("audit_log.auditor", "SCOPE.ROLE=LEVEL"), ("audit_log.owner=view", "SCOPE.ROLE=LEVEL"),
            ("audit_log.auditor=all", "SCOPE.ROLE=LEVEL"), ("", "SCOPE.ROLE=LEVEL"), ("delegations.support=edit", "fixed"),
            ("nothing.support=edit", "no row"),
        ])
    func refused(_ choice: String, _ named: String) {
        #expect {
            _ = try RoleMatrix.standard.with([choice])
        } throws: { error in
            (error as? Refusal)?.message.contains(named) == true
        }
    }
}
