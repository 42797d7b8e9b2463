/// What an organization can decide one way or another. Raw values are the fields of `OrganizationPolicies` in the contract.
package enum Policy: String, Sendable, CaseIterable {
    case administratorsBy = "administrators_by"
    case transferNeedsAcceptance = "transfer_needs_acceptance"
    case guardAdministrators = "guard_administrators"
    case invitationLifetime = "invitation_lifetime"
    case deleteSuspendedAfter = "delete_suspended_after"
    case deletedAddressLifetime = "deleted_address_lifetime"
    case keysSurviveSuspension = "keys_survive_suspension"
    case ownerGrants = "owner_grants"
    case allOrNothing = "all_or_nothing"
    case setUpManagesAccess = "set_up_manages_access"
    case setupNeedsOperations = "setup_needs_operations"
    case commonGroup = "common_group"
    case ownerPlans = "owner_plans"
    case sharingDefault = "sharing_default"
    case displayedSender = "displayed_sender"
    case noDisplayedSender = "no_displayed_sender"
    case notify
    case expiryWarning = "expiry_warning"
    case grantsMustEnd = "grants_must_end"
    case grantLifetimeMax = "grant_lifetime_max"
    case requestApprovals = "request_approvals"
    case requestLifetime = "request_lifetime"
    case breakGlass = "break_glass"
}

/// A policy's value, whatever its kind.
package enum PolicyValue: Sendable, Hashable {
    case off, on
    /// One of a few, by its number in the contract.
    case choice(Int32)
    /// A length of time; zero is never, none or any.
    case seconds(Int64)
    case count(Int64)
    /// In no order that counts.
    case names([String])

    package static func days(_ days: Int64) -> PolicyValue { .seconds(days * 86_400) }
    package static let never = PolicyValue.seconds(0)
}

/// What values a policy can have at all. What of them is enforced stands in its row of the table.
package enum PolicyKind: Sendable, Equatable {
    case onOff
    /// Names of the choices, as the contract writes them in lower case; the first is number 1.
    case choice([String])
    /// Zero is written as this word. Bounds in seconds, besides zero where there is a word for it.
    case duration(ClosedRange<Int64>, zero: String?)
    case count(ClosedRange<Int64>)
    /// No name is written as this word.
    case names(none: String)

    /// A value in words, as people write it.
    package func text(_ value: PolicyValue) -> String {
        switch (value, self) {
        case (.off, _): return "off"
        case (.on, _): return "on"
        case (.choice(let number), .choice(let words)) where words.indices.contains(Int(number) - 1):
            return words[Int(number) - 1]
        case (.choice(let number), _): return "\(number)"
        case (.seconds(0), .duration(_, let zero?)): return zero
        case (.seconds(let seconds), _): return Self.duration(seconds)
        case (.count(let count), _): return "\(count)"
        case (.names(let names), .names(let none)): return names.isEmpty ? none : names.joined(separator: ",")
        case (.names(let names), _): return names.joined(separator: ",")
        }
    }

    /// What it can be, for who asked for something else.
    package var allowed: [String] {
        switch self {
        case .onOff: ["on", "off"]
        case .choice(let words): words
        case .duration(let bounds, let zero):
            ["\(Self.duration(bounds.lowerBound)) to \(Self.duration(bounds.upperBound))"] + (zero.map { [$0] } ?? [])
        case .count(let bounds): ["\(bounds.lowerBound) to \(bounds.upperBound)"]
        case .names(let none): ["names with commas between", none]
        }
    }

    /// Whether the value is one of these.
    package func holds(_ value: PolicyValue) -> Bool {
        switch (value, self) {
        case (.on, .onOff), (.off, .onOff), (.names, .names): true
        case (.choice(let number), .choice(let words)): words.indices.contains(Int(number) - 1)
        case (.seconds(let seconds), .duration(let bounds, let zero)):
            bounds.contains(seconds) || seconds == 0 && zero != nil
        case (.count(let count), .count(let bounds)): bounds.contains(count)
        default: false
        }
    }

    /// In the largest unit that needs no fraction: `7d`, `36h`, `90m`, `1s`.
    private static func duration(_ seconds: Int64) -> String {
        for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] as [(String, Int64)] where seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }
}
