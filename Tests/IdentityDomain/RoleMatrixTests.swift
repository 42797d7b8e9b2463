import IdentityDomain
import Testing

@Suite struct RoleMatrixTests {
    let matrix = RoleMatrix.standard

    @Test("C1 the matrix has 45 scopes, numbered in order, each once")
    func rows() {
        #expect(matrix.rows.map(\.number) == Array(1...45))
        #expect(Set(matrix.rows.map(\.scope)).count == 45)
    }

    @Test(
        "C1 sums of edit, view and none",
        arguments: [
            (RoleID.fullAdmin, 37, 8, 0), (.policyAdmin, 25, 20, 0), (.support, 7, 11, 27), (.auditor, 0, 41, 4),
        ])
    func sums(role: RoleID, edit: Int, view: Int, none: Int) {
        let levels = matrix.rows.map { $0[role] }
        #expect(levels.filter { $0 == .edit }.count == edit)
        #expect(levels.filter { $0 == .view }.count == view)
        #expect(levels.filter { $0 == .none }.count == none)
    }

    @Test("C1 an operator can flip a weak row and no other")
    func weakRows() throws {
        #expect(
            matrix.rows.filter { $0.confidence == .weak }.map(\.scope)
                == ["communication_log", "insights", "insights_personal", "audit_log"])
        var flipped = matrix
        try flipped.set("audit_log", of: .auditor, to: .view)
        #expect(flipped.level(of: .auditor, in: "audit_log") == .view)
        #expect(matrix.level(of: .auditor, in: "audit_log") == Level.none)
        #expect(refusal { () throws(Refusal) in try flipped.set("delegations", of: .support, to: .edit) } == .invalidField)
        #expect(refusal { () throws(Refusal) in try flipped.set("nothing", of: .support, to: .edit) } == .invalidField)
    }

    @Test("C8 Support edits what it may and only that")
    func support() {
        let edited = Set(matrix.rows.filter { $0[.support] == .edit }.map(\.scope))
        #expect(
            edited == [
                "organizational_units", "account_details", "account_restoration", "authentication_factors",
                "active_sessions", "account_status", "recipient_verification",
            ])
        for scope in ["email_aliases", "delegations", "account_type", "password_reset", "organization_displayed_sender"] {
            #expect(matrix.level(of: .support, in: scope) ?? .none < .edit)
        }
    }
}
