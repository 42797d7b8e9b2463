import IdentityDomain
import Testing

@Suite struct GroupNestingTests {
    /// a ⊃ b ⊃ c, a ⊃ d ⊃ c
    let below: [String: [String]] = ["a": ["b", "d"], "b": ["c"], "d": ["c"]]

    private func cycles(adding member: String, to group: String) -> Bool {
        GroupNesting.wouldCycle(adding: GroupID(member), to: GroupID(group)) { id in
            (below[id.text] ?? []).map(GroupID.init)
        }
    }

    @Test("B10 cycles of any length are seen")
    func refused() {
        for (member, group) in [("a", "a"), ("a", "b"), ("a", "c"), ("b", "c"), ("d", "c")] {
            #expect(cycles(adding: member, to: group), "\(member) into \(group)")
        }
    }

    @Test("B10 a group can be in many groups")
    func accepted() {
        for (member, group) in [("c", "a"), ("c", "d"), ("b", "d"), ("e", "c"), ("c", "e"), ("a", "e")] {
            #expect(!cycles(adding: member, to: group), "\(member) into \(group)")
        }
    }

    @Test("A7 A8 roles are on in one preset only")
    func presets() {
        #expect(Preset.allCases.filter(\.rolesEnabled) == [.functionalAccounts])
    }
}
