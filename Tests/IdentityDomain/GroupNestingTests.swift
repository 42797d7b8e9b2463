import IdentityDomain
import Testing

@Suite struct GroupNestingTests {
    /// a ⊃ b ⊃ c, a ⊃ d ⊃ c
    let above: [String: [String]] = ["b": ["a"], "d": ["a"], "c": ["b", "d"]]

    private func cycles(adding member: String, to group: String) -> Bool {
        GroupNesting.containers(of: GroupID(group)) { id in (above[id.text] ?? []).map(GroupID.init) }
            .contains(GroupID(member))
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

    @Test("B10 each group above is asked once, also in a cycle that is there already")
    func once() {
        var asked: [String] = []
        let ring = ["a": ["c", "c"], "b": ["a"], "c": ["b"]]
        let containers = GroupNesting.containers(of: GroupID("a")) { id in
            asked.append(id.text)
            return (ring[id.text] ?? []).map(GroupID.init)
        }
        #expect(containers == Set(["a", "b", "c"].map(GroupID.init)))
        #expect(asked == ["a", "c", "b"])
    }

    @Test("A7 A8 roles are on in one preset only")
    func presets() {
        #expect(Preset.allCases.filter(\.rolesEnabled) == [.functionalAccounts])
    }
}
