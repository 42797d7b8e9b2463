import IdentityDomain
import Testing

@Suite struct AutomaticDeletionTests {
    private static let day: Int64 = 86_400 * 1_000_000

    private func judge(
        _ standing: Standing, since: Int64? = 0, _ suspension: Suspension = Suspension(), rolesEnabled: Bool = true,
        after policy: PolicyValue = .days(90), now: Int64
    ) -> AutomaticDeletion {
        standing.automaticDeletion(
            suspendTime: since, suspension, rolesEnabled: rolesEnabled,
            policies: Policies(.functionalAccounts, own: [.deleteSuspendedAfter: policy]), now: now)
    }

    @Test("B4 a suspended account is deleted when the policy's days are over, to the microsecond")
    func time() {
        let user = account("u", .user, .suspended)
        let end = 90 * Self.day
        #expect(judge(user, now: end - 1) == .later(end))
        #expect(judge(user, now: end) == .now)
        #expect(judge(user, since: 5, now: end) == .later(end + 5))
        #expect(judge(user, after: .days(1), now: Self.day) == .now)
        #expect(judge(user, after: .never, now: .max) == .none)
    }

    @Test("B4 who is not suspended, and who comes back at a time, is not deleted")
    func states() {
        for state in Standing.State.allCases where state != .suspended {
            #expect(judge(account("u", .user, state), since: nil, now: .max) == .none)
        }
        #expect(judge(account("u", .user, .suspended), Suspension(endTime: .max), now: .max) == .none)
    }

    @Test("B4 never a Full admin, the owner or a functional account; a Full admin's roles are looked at again within a day")
    func exempt() {
        let now = 100 * Self.day
        #expect(judge(admin("a", .fullAdmin, state: .suspended), now: now) == .later(now + Self.day))
        #expect(judge(admin("a", .auditor, state: .suspended), now: now) == .now)
        #expect(judge(admin("a", .auditor, state: .suspended), rolesEnabled: false, now: now) == .later(now + Self.day))
        #expect(judge(account("f", .functional, .suspended), now: now) == .none)
        let owner = account("o", .administrator, .suspended, roles: [AssignedRole(.fullAdmin)], owner: true)
        #expect(judge(owner, now: now) == .none)
        let north = account("n", .administrator, .suspended, roles: [AssignedRole(.fullAdmin, in: north)])
        #expect(judge(north, now: now) == .now)
    }

    @Test("D8 B4 who owns a registered mailbox stays, and is looked at again within a day")
    func ownsMailboxes() {
        let policies = Policies(.functionalAccounts, own: [.deleteSuspendedAfter: .days(1)])
        for (owns, verdict) in [(true, AutomaticDeletion.later(3 * Self.day)), (false, .now)] {
            let judged = account("u", .user, .suspended).automaticDeletion(
                suspendTime: 0, Suspension(), ownsMailboxes: owns, rolesEnabled: true, policies: policies, now: 2 * Self.day)
            #expect(judged == verdict)
        }
    }

    @Test("A5 B4 where the owner alone removes administrators, time does not either")
    func ownerAlone() {
        let policies = Policies(
            .functionalAccounts, own: [.deleteSuspendedAfter: .days(1), .administratorsBy: .choice(1)])
        for (standing, isKept) in [(admin("a", .auditor, state: .suspended), true), (account("u", .user, .suspended), false)] {
            let verdict = standing.automaticDeletion(
                suspendTime: 0, Suspension(), rolesEnabled: true, policies: policies, now: Self.day)
            #expect(verdict == (isKept ? .later(2 * Self.day) : .now))
        }
    }

    @Test("B4 which decisions delete sooner")
    func sooner() {
        let all: [PolicyValue] = [.never, .days(1), .days(90)]
        for (place, before) in all.enumerated() {
            for (after, expected) in zip(all, [[false, true, true], [false, false, false], [false, true, false]][place]) {
                func policies(_ value: PolicyValue) -> Policies {
                    Policies(.functionalAccounts, own: [.deleteSuspendedAfter: value])
                }
                #expect(policies(after).deletesSooner(than: policies(before)) == expected, "\(before) to \(after)")
            }
        }
    }
}
