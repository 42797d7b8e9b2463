// What identity tells of an organization next.
extension Histories {
    mutating func account(_ id: Int) -> Oracle.AccountRow {
        Oracle.AccountRow(
            id: id, kind: pick([.user, .user, .user, .user, .administrator, .functional]),
            state: pick([.active, .active, .active, .active, .invited, .suspended, .deleted]), name: "Name \(id)",
            unshared: chance(15),
            sender: maybe(40) { $0.pick([.show, .hide]) })
    }

    /// One thing of one account is otherwise.
    private mutating func changed(_ organization: Int) -> Oracle.Fact {
        let absent = (Self.people[organization] ?? []).filter { rows.account($0) == nil }
        let id = absent.isEmpty || chance(40) ? person(organization) : pick(absent)
        guard var row = rows.account(id) else { return .account(account(id)) }
        // Most are active most of the time, or most answers were that one is not.
        if row.state != .active, chance(65) {
            row.state = .active
            return .account(row)
        }
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<3: row.state = pick([.suspended, .suspended, .invited, .deleted])
        case 3..<7: row.kind = pick([.user, .user, .user, .administrator, .administrator, .functional])
        case 7: row.name += "'"
        case 8: row.unshared.toggle()
        case 9: row.sender = maybe(70) { $0.pick([.show, .hide]) }
        default:
            // Its own may stay, in any order: a further one becomes the first.
            var none: [Oracle.Fact] = []
            row.addresses = (row.addresses + free(&none, 1)).shuffled(using: &random)
            if chance(50) { row.addresses = Array(row.addresses.dropLast(Int.random(in: 0...2, using: &random))) }
        }
        return .account(row)
    }

    mutating func fact(_ organization: Int) -> Oracle.Fact {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<30: return changed(organization)
        case 30..<32: return .accountGone(person(organization))
        case 32..<40: return .group(group(organization))
        case 40..<41: return .groupGone(group(organization))
        case 41..<43: return .groupDeleted(group(organization))
        case 43..<62:
            return .member(
                party(near(organization)), of: group(near(organization)), until: maybe(50) { $0.time() })
        case 62..<68:
            let there = rows.members.filter { Oracle.organization(of: $0.group) == organization }
            if let row = there.randomElement(using: &random) {
                return .memberGone(row.member, of: row.group)
            }
            return .memberGone(party(organization), of: group(organization))
        case 68..<71: return .membershipsGone(party(near(organization)))
        case 71..<82: return .policies(policies(organization))
        case 82..<86: return .subscription(pick(Self.subscriptions), plan: maybe(85) { $0.pick(Self.plans) })
        case 86..<91: return .licence(person(near(organization)), of: maybe(85) { $0.pick(Self.subscriptions) })
        default: return .operation(party(near(organization)), pick(Oracle.Operation.allCases), isHeld: chance(65))
        }
    }

    /// A whole preset, or one policy another way.
    mutating func policies(_ organization: Int) -> Oracle.PolicyRow {
        var row = rows.policy(organization)
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<3: row = Self.preset("functional-accounts", organization)
        case 3..<5: row = Self.preset("shared-mailboxes", organization)
        case 5..<6: row = Self.preset("personal-sharing", organization)
        case 6..<8: row.guardsAdministrators.toggle()
        case 8..<10: row.ownerPlans = row.ownerPlans.isEmpty ? ["pro", "ultra"] : []
        case 10: row.allOrNothing.toggle()
        case 11: row.noDisplayedSender.toggle()
        case 12: row.sender = maybe(70) { $0.pick([.show, .hide]) }
        case 13: row.setUpManages.toggle()
        case 14: row.setupNeedsOperations.toggle()
        case 15: row.ownerGrants.toggle()
        // It is on much of the time: what it gives ends by two accounts' memberships.
        default: row.commonGroup = chance(80)
        }
        return row
    }

    static func preset(_ name: String, _ organization: Int) -> Oracle.PolicyRow {
        var row = Oracle.PolicyRow(organization: organization)
        row.setupNeedsOperations = name == "shared-mailboxes"
        row.setUpManages = name == "shared-mailboxes"
        if name == "functional-accounts" { row.sender = .show }
        if name == "personal-sharing" {
            (row.ownerGrants, row.commonGroup, row.allOrNothing, row.noDisplayedSender) = (true, true, true, true)
            row.ownerPlans = ["pro", "ultra"]
        }
        return row
    }
}
