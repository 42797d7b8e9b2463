import IdentityDomain
import IdentityStorage
import Lots
import Messages
import SQL
import Testing

/// The tree in rows and the one in memory, held against one that is plain.
struct UnitTests {
    private static let ids = (0..<30).map { "unt_\($0)" }

    private static func unit(_ id: String, under parent: String = "") -> Messages.Unit {
        Messages.Unit(
            id: id, organizationId: "org_acme", parentId: parent, displayName: id, createTime: Timestamp(microsecondsSince1970: 1)
        )
    }

    /// From the unit up.
    private static func path(_ id: String, _ parents: [String: String]) -> [String] {
        parents[id].map { [id] + ($0.isEmpty ? [] : path($0, parents)) } ?? [id]
    }

    private static func levels(_ id: String, _ parents: [String: String]) -> Int {
        1 + (parents.filter { $0.value == id }.map { levels($0.key, parents) }.max() ?? 0)
    }

    @Test(
        "B10 C14 D17 units come, move and go at random: rows, memory and what is loaded say what a plain tree says",
        arguments: 1...5 as ClosedRange<UInt64>)
    func random(seed: UInt64) async throws {
        let installation = try Installation()
        let index = AccountIndex(idleMicros: 100)
        installation.store.onCommit(.view) { index.apply($0) }
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            // Whose role is for a unit: else nobody asks where something stands.
            try insertAdministrator(tx, "acc_a", .support, in: "unt_0")
        }
        var random = SplitMix(seed: seed)
        var parents: [String: String] = [:]
        for _ in 0..<120 {
            let id = Self.ids.randomElement(using: &random) ?? ""
            let parent = parents.keys.sorted().filter { !Self.path($0, parents).contains(id) }.randomElement(using: &random) ?? ""
            let isEmpty = !parents.values.contains(id)
            let goes = parents[id] != nil && isEmpty && Int.random(in: 0..<4, using: &random) == 0
            let isNew = parents[id] == nil
            _ = try await installation.store.write { tx in
                if goes {
                    guard let there = try tx.unit(UnitID(id)) else { throw SQLError(.misuse, "\(id) is not there") }
                    try tx.delete(there)
                } else if isNew {
                    try tx.insert(Self.unit(id, under: parent))
                } else {
                    guard var there = try tx.unit(UnitID(id)) else { throw SQLError(.misuse, "\(id) is not there") }
                    there.parentId = parent
                    _ = try tx.update(there)
                }
            }
            parents[id] = goes ? nil : parent
        }
        let loaded = AccountIndex(idleMicros: 100)
        try await installation.store.read { try loaded.load($0, now: Installation.now) }
        let plain = parents
        try await installation.store.read { connection in
            for id in Self.ids {
                let expected = Self.path(id, plain)
                guard expected.count <= UnitPath.unitsMax else { continue }
                let path = try connection.path(of: UnitID(id))
                #expect(path.units.map(\.text) == expected)
                for index in [index, loaded] {
                    #expect(index.entry(AccountID("acc_a"), touching: UnitID(id))?.place.units.map(\.text) == expected)
                }
                guard plain[id] != nil else { continue }
                let levels = try connection.levels(from: Self.unit(id))
                #expect(levels == min(Self.levels(id, plain), UnitPath.unitsMax + 1))
            }
            let nowhere = try connection.path(of: nil)
            #expect(nowhere == UnitPath.none)
        }
        // Whose roles are all for the organization costs no walk.
        #expect(index.entry(AccountID("acc_owner"), touching: UnitID("unt_1"))?.place == UnitPath.none)
    }

    @Test("B10 what a unit holds is counted: directly under it, in it itself, and roles for it")
    func contents() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            for (id, parent) in [("unt_a", ""), ("unt_b", "unt_a"), ("unt_c", "unt_b")] {
                try tx.insert(Self.unit(id, under: parent))
            }
            var person = account("acc_u")
            person.unitId = "unt_a"
            try tx.insert(person)
            var administrator = account("acc_d", .administrator)
            administrator.unitId = "unt_c"
            try tx.insert(administrator)
            try insertAdministrator(tx, "acc_a", .support, in: "unt_a")
            let (a, b) = (try tx.contents(of: Self.unit("unt_a")), try tx.contents(of: Self.unit("unt_b")))
            #expect(a == UnitContents(units: 1, accounts: 1, roleAssignments: 1))
            #expect(b == UnitContents(units: 1, accounts: 0, roleAssignments: 0))
            for unit in ["unt_a", "unt_c"] {
                let administrators = try tx.administrators(within: Self.unit(unit))
                #expect(administrators == [AccountID("acc_d")])
            }
            let inside = try tx.accounts(of: UnitID("unt_a"), after: "", limit: 9)
            #expect(inside.map(\.id) == ["acc_u"])
        }
    }
}
