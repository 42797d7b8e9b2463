import IdentityDomain
import Testing

@Suite struct LicensingTests {
    private func code(_ licensing: Licensing, plan: String? = nil, count: Int? = nil) -> Refusal.Code? {
        refusal { () throws(Refusal) in _ = try licensing.changed(plan: plan, count: count) }
    }

    private func details(_ body: () throws(Refusal) -> Licensing) -> [String: String] {
        do throws(Refusal) {
            _ = try body()
            return [:]
        } catch {
            return error.details
        }
    }

    @Test("A6 one more is assigned while there is one, and the refusal says how many there are")
    func assigning() throws {
        for (used, refused) in [(0, nil), (1, nil), (2, Refusal.Code.licencesExhausted)] {
            let pro = Licensing(plan: "pro", count: 2, used: used)
            #expect(refusal { () throws(Refusal) in _ = try pro.assigned() } == refused, "\(used) of 2")
        }
        #expect(try Licensing(plan: "pro", count: 2, used: 1).assigned() == Licensing(plan: "pro", count: 2, used: 2))
        let none = details { () throws(Refusal) in try Licensing(plan: "pro", count: 2, used: 2).assigned() }
        #expect(none == ["count": "2", "used": "2"])
    }

    @Test("A6 the count goes down to what is assigned and no further, and the refusal says how many that are")
    func lowering() throws {
        let pro = Licensing(plan: "pro", count: 5, used: 3)
        for (count, refused) in [
            (10_000_000, nil), (5, nil), (4, nil), (3, nil), (2, Refusal.Code.licencesInUse), (1, .licencesInUse),
        ] {
            #expect(code(pro, count: count) == refused, "\(count)")
        }
        #expect(details { () throws(Refusal) in try pro.changed(count: 2) } == ["count": "2", "used": "3"])
        // What is not named stays; another plan needs no room.
        #expect(try pro.changed(plan: "ultra") == Licensing(plan: "ultra", count: 5, used: 3))
        #expect(try pro.changed(count: 4) == Licensing(plan: "pro", count: 4, used: 3))
        #expect(code(pro, plan: "ultra", count: 2) == .licencesInUse)
    }

    @Test("A6 what is cancelled is not changed, and gives nobody a licence")
    func cancelled() {
        let over = Licensing(plan: "pro", count: 5, used: 3, state: .cancelled)
        #expect(code(over, plan: "ultra") == .wrongState && code(over, count: 9) == .wrongState)
        #expect(refusal { () throws(Refusal) in _ = try over.assigned() } == .wrongState)
        #expect(details { () throws(Refusal) in try over.assigned() } == ["state": "cancelled"])
    }

    @Test("A6 B1 B2 who can be given a licence, and who can have one moved", arguments: Standing.Kind.allCases)
    func holders(kind: Standing.Kind) {
        let answers: [(Standing.State, hasOne: Bool, Refusal.Code?)] = [
            (.active, false, nil), (.active, true, nil), (.suspended, false, .wrongState), (.suspended, true, nil),
            (.invited, false, .wrongState), (.invited, true, .wrongState), (.deleted, false, .wrongState),
            (.deleted, true, .wrongState),
        ]
        for (state, hasOne, refused) in answers {
            let code = refusal { () throws(Refusal) in try account("acc_a", kind, state).mayHaveLicence(hasOne: hasOne) }
            #expect(code == (kind == .functional ? .wrongType : refused), "\(state), has one: \(hasOne)")
        }
    }
}
