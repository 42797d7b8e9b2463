import IdentityDomain
import Testing

@Suite struct PolicyTests {
    private let full = acting(admin("acc_f", .fullAdmin))
    private let standard = Policies(.functionalAccounts)

    /// Each kind's values, those at its bounds among them.
    private func values(_ kind: PolicyKind) -> [PolicyValue] {
        switch kind {
        case .onOff: [.on, .off]
        case .choice(let words): words.indices.map { .choice(Int32($0 + 1)) }
        case .duration(let bounds, let zero):
            [.seconds(bounds.lowerBound), .seconds(bounds.upperBound)] + (zero == nil ? [] : [.never])
        case .count(let bounds): [.count(bounds.lowerBound), .count(bounds.upperBound)]
        case .names: [.names([]), .names(["pro"])]
        }
    }

    private func refused(_ wanted: [Policy: PolicyValue?], from policies: Policies? = nil) -> Refusal? {
        do throws(Refusal) {
            _ = try (policies ?? standard).changed(wanted, by: full)
            return nil
        } catch {
            return error
        }
    }

    @Test("A7 every policy has a row, and in it a value of its kind for every preset")
    func table() {
        #expect(PolicyTable.rows.map(\.policy) == Policy.allCases)
        for row in PolicyTable.rows {
            for preset in Preset.allCases {
                let value = row.value(of: preset)
                #expect(row.kind.holds(value), "\(row.policy) \(preset)")
                #expect(!row.text(value).isEmpty)
            }
            #expect(!row.effect.isEmpty && !row.supported.isEmpty)
            // What is promised is another value than what holds, of the same kind, and nothing enforces it.
            if let planned = row.planned {
                #expect(row.kind.holds(planned) && !row.supports(planned))
                #expect(Preset.allCases.allSatisfy { row.value(of: $0) != planned })
            }
        }
    }

    @Test("A7 what a preset says is what this version does", arguments: Preset.allCases)
    func honest(preset: Preset) {
        for row in PolicyTable.rows { #expect(row.supports(row.value(of: preset)), "\(row.policy)") }
    }

    @Test("A7 D3 D5 D10 D11 D12 D14 each preset decides as its people do")
    func presets() {
        func said(_ preset: Preset, _ policies: Policy...) -> [PolicyValue] { policies.map { Policies(preset)[$0] } }
        // Administrators grant, roles are told apart, and recipients see who sent it.
        #expect(said(.functionalAccounts, .ownerGrants, .setupNeedsOperations, .allOrNothing) == [.off, .off, .off])
        #expect(said(.functionalAccounts, .displayedSender, .administratorsBy) == [.choice(2), .choice(2)])
        // Three rights, which groups can be given too; both system operations to set a mailbox up.
        #expect(said(.sharedMailboxes, .setupNeedsOperations, .allOrNothing, .ownerGrants) == [.on, .off, .off])
        // Owners share all or nothing with people of a group, by their own plan, and nobody is shown beside the mailbox.
        #expect(said(.personalSharing, .ownerGrants, .allOrNothing, .commonGroup, .noDisplayedSender) == [.on, .on, .on, .on])
        #expect(said(.personalSharing, .ownerPlans, .displayedSender) == [.names(["pro", "ultra"]), .choice(1)])
        for preset in Preset.allCases {
            #expect(said(preset, .sharingDefault, .setUpManagesAccess, .guardAdministrators) == [.on, .off, .on])
        }
        #expect(Preset.allCases.map(\.rolesEnabled) == [true, false, false])
    }

    @Test("A7 the default preset guards administrators, lets Full admins add them, and invites for a week")
    func standardPreset() {
        #expect(standard.guardsAdministrators && !standard.ownerAddsAdministrators)
        #expect(standard.invitationLifetimeMicros == 7 * 86_400 * 1_000_000)
    }

    @Test(
        "A7 A5 C6 what is enforced can be set, and set back; what nothing enforces is refused by name", arguments: Policy.allCases
    )
    func enforcement(policy: Policy) throws {
        let row = PolicyTable.row(policy)
        for value in values(row.kind) {
            if row.supports(value) {
                let changed = try standard.changed([policy: value], by: full)
                #expect(changed[policy] == value && changed.own == [policy: value])
                // Whoever takes it from the owner is the owner.
                let back = try changed.changed([policy: nil], by: acting(ownerAccount))
                #expect(back == standard)
            } else {
                let refusal = refused([policy: value])
                #expect(refusal?.code == .unsupported, "\(value)")
                #expect(refusal?.details["field"] == "policies.\(policy.rawValue)")
                #expect(refusal?.details["value"] == row.text(value))
                #expect(refusal?.details["supported"] == row.supported.joined(separator: ", "))
            }
        }
    }

    @Test("values out of bounds and of another kind are refused with what it can be")
    func invalid() {
        let table: [(Policy, PolicyValue)] = [
            (.invitationLifetime, .seconds(3599)), (.invitationLifetime, .seconds(90 * 86_400 + 1)),
            (.invitationLifetime, .never), (.invitationLifetime, .seconds(-1)), (.invitationLifetime, .seconds(.max)),
            (.invitationLifetime, .on), (.administratorsBy, .choice(3)), (.administratorsBy, .choice(0)),
            (.administratorsBy, .choice(-1)), (.administratorsBy, .choice(.max)), (.guardAdministrators, .choice(1)),
            (.requestApprovals, .count(11)), (.requestApprovals, .count(-1)), (.ownerPlans, .off),
        ]
        for (policy, value) in table {
            let refusal = refused([policy: value])
            #expect(refusal?.code == .invalidField, "\(policy) \(value)")
            #expect(refusal?.details["field"] == "policies.\(policy.rawValue)")
        }
        #expect(refused([.invitationLifetime: .never])?.message.contains("1h to 90d") == true)
    }

    @Test("A7 D3 D4 D14 what cannot both hold is refused with both names, before what nothing enforces")
    func contradictions() {
        let table: [([Policy: PolicyValue?], String)] = [
            ([.allOrNothing: .on, .setUpManagesAccess: .on], "all_or_nothing,set_up_manages_access"),
            ([.noDisplayedSender: .on, .displayedSender: .choice(2)], "no_displayed_sender,displayed_sender"),
            ([.breakGlass: .on, .notify: .choice(3)], "break_glass,notify"),
            ([.expiryWarning: .days(7), .notify: .choice(3)], "expiry_warning,notify"),
            ([.grantLifetimeMax: .days(7), .grantsMustEnd: .off], "grant_lifetime_max,grants_must_end"),
            ([.expiryWarning: .days(8), .grantLifetimeMax: .days(7)], "expiry_warning,grant_lifetime_max"),
        ]
        for (wanted, names) in table {
            let refusal = refused(wanted)
            #expect(refusal?.code == .policiesContradict, "\(wanted)")
            #expect(refusal?.details["policies"] == names)
        }
        // What was not asked for is no reason to speak of it: nothing enforces the first.
        #expect(refused([.breakGlass: .on])?.code == .unsupported)
        #expect(refused([.allOrNothing: .on, .setUpManagesAccess: .off]) == nil)
        // What holds already is.
        let watched = Policies(.functionalAccounts, own: [.breakGlass: .on])
        #expect(refused([.invitationLifetime: .days(1)], from: watched)?.details["policies"] == "break_glass,notify")
    }

    @Test("A7 D4 D14 what a preset says is contradicted too, and its displayed sender only by a choice of the organization's own")
    func contradictingPresets() throws {
        let personal = Policies(.personalSharing)
        let setUp = refused([.setUpManagesAccess: .on], from: personal)
        #expect(setUp?.details["policies"] == "all_or_nothing,set_up_manages_access")
        #expect(refused([.setUpManagesAccess: .on, .allOrNothing: .off], from: personal) == nil)
        for sender in [PolicyValue.choice(2), .choice(3)] {
            let shown = refused([.displayedSender: sender], from: personal)
            #expect(shown?.details["policies"] == "no_displayed_sender,displayed_sender")
            #expect(refused([.displayedSender: sender, .noDisplayedSender: .off], from: personal) == nil)
            let chosen = try standard.changed([.displayedSender: sender], by: full)
            #expect(refused([.noDisplayedSender: .on], from: chosen)?.code == .policiesContradict)
        }
        #expect(refused([.displayedSender: .choice(1)], from: personal) == nil)
        // The preset's show_delegate was nobody's choice.
        #expect(try standard.changed([.noDisplayedSender: .on], by: full)[.displayedSender] == .choice(2))
    }

    @Test("A7 no preset contradicts itself", arguments: Preset.allCases)
    func consistent(preset: Preset) {
        #expect(refused([:], from: Policies(preset)) == nil)
    }

    @Test("A2 A5 while the owner alone adds administrators, the owner alone says otherwise")
    func ownersOwn() throws {
        let byOwner = try standard.changed([.administratorsBy: .choice(1)], by: full)
        for wanted in [PolicyValue.choice(2), nil] {
            #expect(refused([.administratorsBy: wanted], from: byOwner)?.code == .ownerOnly)
            #expect(try !byOwner.changed([.administratorsBy: wanted], by: acting(ownerAccount)).ownerAddsAdministrators)
        }
        // Anything else is nothing of the owner's.
        #expect(try byOwner.changed([.guardAdministrators: .off], by: full)[.guardAdministrators] == .off)
    }
}
