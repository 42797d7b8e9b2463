import IdentityDomain
import Messages
import Testing

@testable import mandatectl

/// Policies at the shell: by name, and by the words that 'policy show' writes.
@Suite struct PolicyTests {
    private func set(_ texts: String...) throws -> OrganizationPolicies {
        var policies = OrganizationPolicies()
        for text in texts { try PolicyAssignment(text).apply(to: &policies) }
        return policies
    }

    private func failure(_ text: String) -> Failure? {
        do throws(Failure) {
            _ = try PolicyAssignment(text)
            return nil
        } catch { return error }
    }

    @Test("words for switches, choices, lengths of time, numbers and names")
    func words() throws {
        let policies = try set(
            "guard_administrators=off", "administrators-by=full-admins", "invitation_lifetime=36h", "owner_plans=pro,ultra",
            "request_approvals=2", "NOTIFY=None", "expiry_warning=never", "displayed_sender=show_delegate", "break_glass=ON")
        #expect(policies.guardAdministrators == .off && policies.administratorsBy == .fullAdmins)
        #expect(policies.invitationLifetime == WireDuration(seconds: 36 * 3600))
        #expect(policies.ownerPlans?.names == ["pro", "ultra"] && policies.requestApprovals == 2)
        #expect(policies.notify == NotifyPolicy.none && policies.displayedSender == .showDelegate && policies.breakGlass == .on)
        #expect(policies.expiryWarning == WireDuration())
        let lengths = [("7d", 604_800), ("90m", 5400), ("30s", 30), ("0d", 0), ("any", 0), ("none", 0)] as [(String, Int64)]
        for (text, seconds) in lengths {
            #expect(try set("grant_lifetime_max=\(text)").grantLifetimeMax == WireDuration(seconds: seconds), "\(text)")
        }
        #expect(try set("owner_plans=any").ownerPlans == PolicyNames())
    }

    @Test("nothing, and the word preset, go back to what the preset says")
    func presets() throws {
        for text in ["", "preset", "Preset"] {
            var policies = try set("guard_administrators=off", "invitation_lifetime=1d", "owner_plans=pro", "request_approvals=2")
            for name in ["guard_administrators", "invitation_lifetime", "owner_plans", "request_approvals"] {
                try PolicyAssignment("\(name)=\(text)").apply(to: &policies)
            }
            #expect(policies == OrganizationPolicies())
        }
    }

    @Test("every field of the contract that can be set has a name here, and no other")
    func complete() throws {
        // What the message shows of itself without what the server sets.
        #expect(PolicyWords.fields.count == 23)
        for (name, field) in PolicyWords.fields {
            var changed = OrganizationPolicies()
            let word = try #require(
                ["on", "owner", "all", "none", "1d", "2", "pro"].first { field.setting($0) != nil }, "\(name)")
            field.setting(word)?(&changed)
            #expect(changed != OrganizationPolicies(), "\(name)=\(word)")
            field.reset(&changed)
            #expect(changed == OrganizationPolicies(), "\(name)=")
        }
    }

    @Test(
        "what is no policy and no value of it says what would be",
        arguments: [
            ("guard=on", "administrators_by, all_or_nothing"), ("guard_administrators", "guard_administrators=VALUE"),
            ("guard_administrators=yes", "on, off"), ("administrators_by=on", "owner, full_admins"),
            ("invitation_lifetime=7", "as in 7d"), ("invitation_lifetime=-1d", "as in 7d"),
            ("invitation_lifetime=99999999999999999999d", "as in 7d"), ("invitation_lifetime=9223372036854775807d", "as in 7d"),
            ("invitation_lifetime=d", "as in 7d"), ("invitation_lifetime=٧d", "as in 7d"), ("request_approvals=0", "from 1"),
            ("owner_plans=pro,,ultra", "commas between"), ("=on", "administrators_by"), ("", "administrators_by"),
            ("guard_administrators=on\u{0}", "on, off"),
        ])
    func refused(text: String, says: String) {
        let failure = failure(text)
        #expect(failure?.todo?.contains(says) == true, "\(failure.map { "\($0)" } ?? "none")")
        #expect(failure?.what.unicodeScalars.contains { $0.value < 32 } == false)
    }

    @Test("the command takes an organization and at least one policy, each once")
    func command() throws {
        let command = try PolicyCommand.Set.parse(["org_00000000000000000000000000", "notify=none", "break_glass="])
        #expect(command.assignments.map(\.name) == ["notify", "break_glass"])
        #expect(throws: (any Error).self) { try PolicyCommand.Set.parse(["org_00000000000000000000000000"]) }
        #expect(throws: (any Error).self) {
            try PolicyCommand.Set.parse(["org_00000000000000000000000000", "notify=none", "notify="])
        }
        #expect(command.organization?.description == "org_00000000000000000000000000")
        #expect(throws: (any Error).self) { try PolicyCommand.Set.parse([]) }
        #expect(throws: (any Error).self) {
            try PolicyCommand.Set.parse(["notify=none", "org_00000000000000000000000000"])
        }
        #expect(try PolicyCommand.Show.parse([]).organization == nil)
    }

    @Test("without an organization it is that of who acts, to show and to set")
    func actingOrganization() throws {
        let command = try PolicyCommand.Set.parse(["notify=none", "break_glass=", "--as", "anna@example.org"])
        #expect(command.organization == nil && command.assignments.map(\.name) == ["notify", "break_glass"])
    }

    @Test("a length of time can be none only where that is a value, and the hint says the word that 'policy show' writes")
    func lengths() throws {
        for row in PolicyTable.rows {
            guard case .duration(let bounds, let zero) = row.kind else { continue }
            let name = row.policy.rawValue
            let field = try #require(PolicyWords.fields[name])
            #expect(field.setting("\(bounds.lowerBound)s") != nil, "\(name)")
            for word in ["never", "none", "any", "0d"] {
                #expect((field.setting(word) != nil) == (zero != nil), "\(name) \(word)")
            }
            #expect(field.examples.hasSuffix(zero.map { "30s, or \($0)" } ?? "or 30s"), "\(name): \(field.examples)")
        }
        #expect(failure("invitation_lifetime=never")?.todo?.contains("never") == false)
    }
}
