/// What holds in one organization: its own decisions, and its preset's where it has none (A7).
package struct Policies: Sendable, Equatable {
    package let preset: Preset
    package private(set) var own: [Policy: PolicyValue]

    /// `own` is taken as it is: it was judged when it was stored.
    package init(_ preset: Preset, own: [Policy: PolicyValue] = [:]) {
        self.preset = preset
        self.own = own
    }

    package subscript(policy: Policy) -> PolicyValue { own[policy] ?? PolicyTable.row(policy).value(of: preset) }

    /// What A5 asks for.
    package var ownerAddsAdministrators: Bool { self[.administratorsBy] == .choice(1) }

    /// What C6 asks for.
    package var guardsAdministrators: Bool { self[.guardAdministrators] == .on }

    /// What A3 asks for.
    package var transferNeedsAcceptance: Bool { self[.transferNeedsAcceptance] == .on }

    /// What D7 asks for where an account is made, and its mailbox with it.
    package var sharesNewMailboxes: Bool { self[.sharingDefault] == .on }

    /// In microseconds, for A3 and A5.
    package var invitationLifetimeMicros: Int64 { micros(.invitationLifetime) }

    /// In microseconds, for B5; 0 where the address of a deleted account is free at once.
    package var deletedAddressLifetimeMicros: Int64 { micros(.deletedAddressLifetime) }

    private func micros(_ lifetime: Policy) -> Int64 {
        guard case .seconds(let seconds) = self[lifetime] else { preconditionFailure("a lifetime is a length of time") }
        return seconds * 1_000_000
    }

    /// With other decisions: nil is the preset's again.
    ///
    /// Judged in this order: each value by itself; two that are asked for together and contradict one another; what nothing
    /// enforces yet; contradictions with what holds already; and who decides: while the owner alone adds and removes
    /// administrators, the owner alone says otherwise, else every Full admin could take that from the owner (A2).
    package func changed(
        _ wanted: [Policy: PolicyValue?], by administrator: Administrator
    ) throws(Refusal) -> Policies {
        var out = self
        for policy in Policy.allCases {
            guard let asked = wanted[policy] else { continue }
            guard let value = asked else {
                out.own[policy] = nil
                continue
            }
            let row = PolicyTable.row(policy)
            guard row.kind.holds(value) else { throw .invalidPolicy(row) }
            out.own[policy] = value
        }
        try out.refuseContradictions { wanted[$0] != nil && wanted[$1] != nil }
        for policy in Policy.allCases where wanted[policy] != nil {
            let row = PolicyTable.row(policy)
            guard row.supports(out[policy]) else { throw .unsupported(row, out[policy]) }
        }
        try out.refuseContradictions { _, _ in true }
        if ownerAddsAdministrators, !out.ownerAddsAdministrators, !administrator.owner {
            throw Refusal(.ownerOnly, "only the owner adds and removes administrators, so only the owner says otherwise")
        }
        return out
    }

    /// Pairs that cannot both hold.
    ///
    /// Not among them: conditions that only add up (`common_group`, `owner_plans`, `all_or_nothing`), who may change a list of
    /// delegates besides administrators (`owner_grants`, `set_up_manages_access`, which asks for both system operations whatever
    /// `setup_needs_operations` says), and how mailboxes begin.
    private var contradictions: [(Policy, Policy)] {
        var found: [(Policy, Policy)] = []
        func refuse(_ one: Policy, _ other: Policy, when both: Bool) { if both { found.append((one, other)) } }
        // Nobody could hold the right alone that the other rests on.
        refuse(.allOrNothing, .setUpManagesAccess, when: self[.allOrNothing] == .on && self[.setUpManagesAccess] == .on)
        // What nobody may choose the organization does not choose either. What its preset says is nobody's choice: it stays
        // without effect while the switch is on.
        refuse(
            .noDisplayedSender, .displayedSender,
            when: self[.noDisplayedSender] == .on && (own[.displayedSender] ?? .choice(1)) != .choice(1))
        // Whoever opens a mailbox at once is watched by those who are told, and nobody would be.
        refuse(.breakGlass, .notify, when: self[.breakGlass] == .on && self[.notify] == .choice(3))
        refuse(.expiryWarning, .notify, when: self[.expiryWarning] != .never && self[.notify] == .choice(3))
        // A grant without an end lasts longer than any.
        refuse(.grantLifetimeMax, .grantsMustEnd, when: self[.grantLifetimeMax] != .never && self[.grantsMustEnd] == .off)
        if case (.seconds(let warning), .seconds(let longest)) = (self[.expiryWarning], self[.grantLifetimeMax]) {
            // Every grant would be warned of before it begins.
            refuse(.expiryWarning, .grantLifetimeMax, when: longest > 0 && warning >= longest)
        }
        return found
    }

    private func refuseContradictions(_ counts: (Policy, Policy) -> Bool) throws(Refusal) {
        for (one, other) in contradictions where counts(one, other) {
            let texts = [one, other].map { "\($0.rawValue)=\(PolicyTable.row($0).text(self[$0]))" }
            throw Refusal(
                .policiesContradict, "\(texts[0]) and \(texts[1]) cannot both hold",
                details: ["policies": "\(one.rawValue),\(other.rawValue)"])
        }
    }
}

extension Refusal {
    static func invalidPolicy(_ row: PolicyTable.Row) -> Refusal {
        .invalid("policies.\(row.policy.rawValue)", "can be \(row.kind.allowed.joined(separator: ", "))")
    }

    /// A value that the contract knows and nothing enforces yet.
    static func unsupported(_ row: PolicyTable.Row, _ value: PolicyValue) -> Refusal {
        let (field, words) = ("policies.\(row.policy.rawValue)", row.supported.joined(separator: ", "))
        return Refusal(
            .unsupported, "\(field): nothing enforces \(row.text(value)) yet; it can be \(words)",
            details: ["field": field, "value": row.text(value), "supported": words])
    }
}
