import IdentityDomain
import Lots
import Testing

struct UnitTests {
    private let matrix = RoleMatrix.standard
    private let a = UnitID("unt_a")
    private let b = UnitID("unt_b")
    private let x = UnitID("unt_x")

    @Test("B10 a unit stands under none of what is below it, and no more than twenty one under the other")
    func nesting() {
        let chain = (1...20).map { UnitID("unt_\($0)") }
        func deep(_ count: Int) -> UnitPath {
            UnitPath(count == 0 ? nil : chain[count - 1]) { (unit) throws(Never) in
                let place = chain.firstIndex(of: unit) ?? 0
                return place == 0 ? nil : chain[place - 1]
            }
        }
        let table: [(unit: UnitID?, levels: Int, under: UnitPath, refusal: Refusal.Code?)] = [
            (nil, 1, .none, nil), (x, 1, .none, nil), (x, 20, .none, nil), (x, 21, .none, .unitTooDeep),
            (nil, 1, deep(19), nil), (nil, 1, deep(20), .unitTooDeep), (x, 5, deep(15), nil), (x, 6, deep(15), .unitTooDeep),
            (a, 1, at(a), .unitCycle), (a, 1, at(b, a), .unitCycle), (a, 1, at(x, b, a), .unitCycle), (a, 1, at(x, b), nil),
            // What is wrong whatever the depth is said first.
            (chain[0], 20, deep(20), .unitCycle),
        ]
        for (unit, levels, place, code) in table {
            let found = refusal { () throws(Refusal) in try UnitNesting.judge(unit, levels: levels, under: place) }
            #expect(found == code, "\(unit?.text ?? "new") of \(levels) under \(place.units.count)")
        }
        #expect(deep(20).units == chain.reversed() && deep(1).units == [chain[0]])
    }

    @Test("B10 a unit with anything in it is not empty")
    func empty() {
        for (units, accounts, roles) in [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (2, 3, 4)] {
            let contents = UnitContents(units: units, accounts: accounts, roleAssignments: roles)
            let code = refusal { () throws(Refusal) in try contents.judgeEmpty() }
            #expect(code == (units + accounts + roles == 0 ? nil : .unitNotEmpty))
        }
    }

    @Test(
        "C14 in random trees a role counts exactly where walking down from its unit arrives",
        arguments: 1...30 as ClosedRange<UInt64>)
    func trees(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let units = (0..<40).map { UnitID("unt_\($0)") }
        var (parents, depth) = ([UnitID: UnitID](), [UnitID: Int]())
        for (number, unit) in units.enumerated() {
            let parent =
                number == 0 || Int.random(in: 0..<6, using: &random) == 0 ? nil : units[..<number].randomElement(using: &random)
            guard let parent, let above = depth[parent], above < UnitPath.unitsMax else {
                depth[unit] = 1
                continue
            }
            (parents[unit], depth[unit]) = (parent, above + 1)
        }
        /// Everything in the unit and below it.
        func below(_ unit: UnitID) -> Set<UnitID> {
            units.filter { parents[$0] == unit }.reduce(into: [unit]) { $0.formUnion(below($1)) }
        }
        for unit in units {
            let within = below(unit)
            for target in units {
                let place = UnitPath(target) { (unit) throws(Never) in parents[unit] }
                #expect(AssignedRole(.support, in: unit).applies(to: place) == within.contains(target))
                #expect(place.units.count == depth[target])
            }
            #expect(!AssignedRole(.support, in: unit).applies(to: .none))
        }
    }

    @Test("C14 a cycle, should the store ever hold one, ends")
    func cycle() {
        #expect(UnitPath(a) { (unit) throws(Never) in unit == a ? b : a }.units.count == UnitPath.unitsMax)
    }

    @Test("C14 whoever moves something gains nothing over it")
    func gain() {
        let assists = AssignedRole(.support)
        func person(_ roles: AssignedRole...) -> Standing { account("acc_m", .administrator, roles: roles) }
        let both = person(assists, AssignedRole(.policyAdmin, in: a))
        let table: [(Standing, from: UnitPath, to: UnitPath, gains: Bool)] = [
            // Out of nowhere into the unit where they set policies, and from there to below it or away.
            (both, .none, at(a), true), (both, at(b), at(a), true), (both, at(b), at(x, a), true),
            (both, at(a), at(x, a), false), (both, at(x, a), at(a), false), (both, at(a), at(b), false),
            (both, at(a), .none, false),
            // The same role in two units, and another that has no more anywhere.
            (person(AssignedRole(.support, in: a), AssignedRole(.support, in: b)), at(a), at(b), false),
            (person(AssignedRole(.support, in: a)), at(b), at(a), true),
            (person(AssignedRole(.fullAdmin, in: a), AssignedRole(.support, in: x)), at(a), at(x, a), false),
            (person(AssignedRole(.fullAdmin), AssignedRole(.policyAdmin, in: a)), .none, at(a), false),
            (person(AssignedRole(.auditor, in: a), AssignedRole(.support, in: b)), at(a), at(b), true),
            (ownerAccount, .none, at(a), false), (person(assists), .none, at(a), false),
        ]
        for (number, row) in table.enumerated() {
            let (mover, from, to, gains) = row
            #expect(matrix.hasMore(mover, rolesEnabled: true, at: to, than: from) == gains, "row \(number)")
            #expect(!matrix.hasMore(mover, rolesEnabled: false, at: to, than: from), "roles are off: row \(number)")
        }
    }

    @Test("C6 another administrator is moved into a unit, or with one, by a Full admin only")
    func administrators() {
        let (full, support) = (acting(admin("acc_f", .fullAdmin)), acting(admin("acc_s", .support)))
        let open = acting(admin("acc_s", .support), policies: unguarded)
        let (user, other, own) = (account("acc_u"), admin("acc_o", .auditor), admin("acc_s", .support))
        let table: [(Administrator, Standing, Refusal.Code?)] = [
            (support, user, nil), (support, other, .fullAdminOnly), (support, own, nil), (open, other, nil), (full, other, nil),
            (full, ownerAccount, nil), (full, account("acc_d", .user, .deleted), .wrongState),
            (full, account("acc_i", .user, .invited), nil), (full, account("acc_s", .functional, .suspended), nil),
        ]
        for (mover, moved, code) in table {
            var place: UnitID?
            let found = refusal { () throws(Refusal) in place = try moved.placed(in: a, by: mover).standing.unit }
            #expect(found == code && place == (code == nil ? a : nil), "\(moved.id.text)")
            if moved.kind == .administrator {
                let unit = refusal { () throws(Refusal) in try mover.mayMove(unitWith: [moved.id]) }
                #expect(unit == code, "a unit with \(moved.id.text)")
            }
        }
        #expect(refusal { () throws(Refusal) in try support.mayMove(unitWith: []) } == nil)
    }

    private var unguarded: Policies { Policies(.functionalAccounts, own: [.guardAdministrators: .off]) }
}
