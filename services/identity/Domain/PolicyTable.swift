/// Every policy: what it does, what it can be, what of that is enforced, and what each preset says (A7).
///
/// A preset is these columns and nothing else: no rule asks for the preset, only for the policy. What stands as a preset's
/// value is what this version does, of every preset. Where the rules promise more, that stands in `planned` until something
/// enforces it.
package enum PolicyTable {
    package struct Row: Sendable {
        package let policy: Policy
        package let kind: PolicyKind
        /// What it does, in one sentence.
        package let effect: String
        fileprivate let values: [Preset: PolicyValue]
        /// What every preset will say once it is enforced; nil where each says what the rules promise already.
        package let planned: PolicyValue?
        package let enforced: Enforced

        package func value(of preset: Preset) -> PolicyValue {
            guard let value = values[preset] else { preconditionFailure("\(policy.rawValue) has no value for \(preset)") }
            return value
        }

        package func text(_ value: PolicyValue) -> String { kind.text(value) }

        /// What can be set now.
        package var supported: [String] {
            switch enforced {
            case .all: kind.allowed
            case .only(let value): [text(value)]
            }
        }

        package func supports(_ value: PolicyValue) -> Bool {
            switch enforced {
            case .all: true
            case .only(let only): only == value
            }
        }
    }

    /// Which of a policy's values something obeys.
    package enum Enforced: Sendable, Equatable {
        case all
        /// Nothing asks for the policy yet: it is what happens anyhow.
        case only(PolicyValue)
    }

    /// Rises whenever a preset's value below changes: followers know what holds, and are told again.
    package static let version: Int64 = 3

    package static let rows: [Row] = [
        row(
            .administratorsBy, .choice(["owner", "full_admins"]), .choice(2), .choice(1), .choice(1), .all,
            "who adds and removes administrators"),
        row(.transferNeedsAcceptance, .onOff, .off, .off, .off, .all, "a new owner must accept"),
        row(
            .guardAdministrators, .onOff, .on, .on, .on, .all,
            "only a Full admin changes another administrator and who may use their mailbox"),
        row(
            .invitationLifetime, .duration(3600...90 * 86_400, zero: nil), .days(7), .days(7), .days(7), .all,
            "how long an invitation can be accepted"),
        row(
            .deleteSuspendedAfter, .duration(86_400...3650 * 86_400, zero: "never"), .days(90), .days(90), .days(90), .all,
            "how long after its last suspension an account is deleted"),
        row(
            .deletedAddressLifetime, .duration(3600...3650 * 86_400, zero: "none"), .never, .never, .never, .all,
            "how long a deleted account's address stays taken"),
        row(.keysSurviveSuspension, .onOff, .off, .off, .off, .only(.off), "a suspended account's API keys still count"),
        row(.ownerGrants, .onOff, .off, .off, .on, .all, "a mailbox's owner changes who may use it"),
        row(.allOrNothing, .onOff, .off, .off, .on, .all, "a grant is open and send, and no other set of rights"),
        row(
            .setUpManagesAccess, .onOff, .off, .off, .off, .all,
            "who may set a mailbox up and has both system operations changes who may use it"),
        row(.setupNeedsOperations, .onOff, .off, .on, .off, .all, "setting up needs both system operations"),
        row(.commonGroup, .onOff, .off, .off, .on, .all, "a mailbox's owner and its grantee share a group"),
        row(
            .ownerPlans, .names(none: "any"), .names([]), .names([]), .names(["pro", "ultra"]), .all,
            "the plans of which a mailbox's owner has one"),
        row(.sharingDefault, .onOff, .on, .on, .on, .all, "a new mailbox can be shared"),
        row(
            .displayedSender, .choice(["none", "show_delegate", "hide_delegate"]), .choice(2), .choice(2), .choice(1), .all,
            "whom recipients see where nothing else says so"),
        row(.noDisplayedSender, .onOff, .off, .off, .on, .all, "nobody chooses whom recipients see"),
        row(
            .notify, .choice(["all", "delegates", "none"]), .choice(3), .choice(3), .choice(3), .only(.choice(3)),
            "who hears of a grant and of its end by mail", planned: .choice(2)),
        row(
            .expiryWarning, .duration(3600...90 * 86_400, zero: "never"), .never, .never, .never, .only(.never),
            "how long before a grant ends its grantee is warned", planned: .days(7)),
        row(.grantsMustEnd, .onOff, .off, .off, .off, .only(.off), "a grant says when it ends"),
        row(
            .grantLifetimeMax, .duration(3600...3650 * 86_400, zero: "any"), .never, .never, .never, .only(.never),
            "the longest a grant can last"),
        row(
            .requestApprovals, .count(1...10), .count(1), .count(1), .count(1), .only(.count(1)),
            "how many approve a request for access"),
        row(
            .requestLifetime, .duration(3600...90 * 86_400, zero: nil), .days(7), .days(7), .days(7), .only(.days(7)),
            "how long a request for access waits"),
        row(.breakGlass, .onOff, .off, .off, .off, .only(.off), "an administrator may open a mailbox at once, watched"),
    ]

    package static func row(_ policy: Policy) -> Row {
        guard let row = byPolicy[policy] else { preconditionFailure("\(policy.rawValue) has no row") }
        return row
    }

    private static let byPolicy = Dictionary(uniqueKeysWithValues: rows.map { ($0.policy, $0) })

    private static func row(
        _ policy: Policy, _ kind: PolicyKind, _ functionalAccounts: PolicyValue, _ sharedMailboxes: PolicyValue,
        _ personalSharing: PolicyValue, _ enforced: Enforced, _ effect: String, planned: PolicyValue? = nil
    ) -> Row {
        Row(
            policy: policy, kind: kind, effect: effect,
            values: [
                .functionalAccounts: functionalAccounts, .sharedMailboxes: sharedMailboxes, .personalSharing: personalSharing,
            ], planned: planned, enforced: enforced)
    }
}
