import IdentityDomain
import Lots
import Testing

/// What holds after any history of changes that administrators make to one another, whoever tries what (A1, A4, C4 to C7).
@Suite struct GuardHistoryTests {
    /// An organization as the rules see it: who is in it, and nothing else.
    private struct House {
        var accounts: [Standing]
        let policies: Policies

        init(_ random: inout SplitMix) {
            let kinds: [() -> Standing] = [
                { admin("", .fullAdmin) }, { admin("", .policyAdmin) }, { admin("", .support) }, { admin("", .auditor) },
                { admin("", .support, .policyAdmin) }, { account("") }, { account("", .functional) },
            ]
            accounts = [ownerAccount]
            for number in 0..<6 {
                var made = kinds[Int(random.below(Int64(kinds.count)))]()
                made.id = AccountID("acc_\(number)")
                accounts.append(made)
            }
            let byOwner = random.once(in: 3)
            policies = Policies(.functionalAccounts, own: [.administratorsBy: .choice(byOwner ? 1 : 2)])
        }

        var fullAdmins: FullAdmins {
            FullAdmins(active: accounts.count { $0.state == .active && $0.isFullAdmin(rolesEnabled: true) })
        }

        /// What the rules make of the account at `place` when `actor` tries it. Who may not act at all never gets here.
        mutating func tries(_ change: Change, at place: Int, by actor: Standing) throws(Refusal) {
            let target = accounts[place]
            guard case .transfer = change else {
                accounts[place] = try tried(change, on: target, by: actor)
                return
            }
            // The method is the owner's alone.
            guard actor.owner else { throw Refusal(.ownerOnly, "") }
            try target.mayOwn(after: actor.id)
            for index in accounts.indices { accounts[index].owner = index == place }
            let full = AssignedRole(.fullAdmin)
            if !target.roles.contains(full) { accounts[place].roles.append(full) }
        }

        private func tried(_ change: Change, on target: Standing, by actor: Standing) throws(Refusal) -> Standing {
            let administrator = acting(actor, policies: policies)
            return switch change {
            case .assign(let role):
                try target.assigned(AssignedRole(role), by: administrator, rolesEnabled: true).standing
            case .unassign(let role):
                try target.unassigned(
                    AssignedRole(role), by: administrator, rolesEnabled: true, fullAdmins: fullAdmins
                ).standing
            case .suspend:
                try target.suspended(by: administrator, rolesEnabled: true, fullAdmins: fullAdmins).standing
            case .reactivate: try target.reactivated(by: administrator).standing
            case .delete: try target.deleted(by: administrator, rolesEnabled: true, fullAdmins: fullAdmins).standing
            case .transfer: target
            }
        }
    }

    private enum Change {
        case assign(RoleID), unassign(RoleID), suspend, reactivate, delete, transfer

        init(_ random: inout SplitMix) {
            let role = RoleID.builtIn[Int(random.below(4))]
            self =
                switch random.below(9) {
                case 0, 1: .assign(role)
                case 2, 3: .unassign(role)
                case 4, 5: .suspend
                case 6: .reactivate
                case 7: .transfer
                default: .delete
                }
        }
    }

    @Test("A1 A4 C4 C5 C6 C7 after any history, whoever tries what", arguments: 1...400 as ClosedRange<UInt64>)
    func histories(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var house = House(&random)
        var changes = 0
        for _ in 0..<200 {
            let actor = house.accounts[Int(random.below(Int64(house.accounts.count)))]
            guard actor.state == .active, actor.kind != .functional else { continue }
            let place = Int(random.below(Int64(house.accounts.count)))
            let (before, change) = (house.accounts[place], Change(&random))
            guard (try? house.tries(change, at: place, by: actor)) != nil else { continue }
            let after = house.accounts[place]
            if after == before { continue }
            changes += 1

            let isFull = actor.isFullAdmin(rolesEnabled: true)
            #expect(actor.id != before.id || after.kind == before.kind && after.roles == before.roles, "C4 \(change)")
            #expect(after.roles == before.roles || after.state == .deleted || isFull, "C5 \(change)")
            #expect(before.kind != .administrator || actor.id == before.id || isFull, "C6 \(change)")
            #expect(before.state != .deleted, "B3 \(change)")
            #expect(house.fullAdmins.active > 0, "C7 \(change)")
            let owners = house.accounts.filter(\.owner)
            #expect(owners.count == 1, "A1 \(change)")
            #expect(owners.allSatisfy { $0.state == .active && $0.roles.contains(AssignedRole(.fullAdmin)) }, "A4 \(change)")
            for one in house.accounts {
                #expect((one.kind == .administrator) == !one.roles.isEmpty)
                #expect(Set(one.roles.map(\.role)).count == one.roles.count)
            }
        }
        // Else the history was none.
        #expect(changes > 0)
    }
}
