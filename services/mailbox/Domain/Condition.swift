/// What a decision looks at, in this order, which is also that of `OrganizationState.judge`.
package enum ConditionName: CaseIterable, Sendable {
    case accountExists
    case mailboxExists
    case accountActive
    case accountActs
    case owner
    case mailboxActive
    case network
    case sharing
    case ownerPlan
    case commonGroup
    case directGrant
    case groupsCount
    case groupGrant
    case sender
}

/// One condition and how it came out (rule D25).
package struct Condition: Hashable, Sendable {
    package enum Outcome: Sendable { case passed, failed, skipped }

    /// What the outcome was about.
    package enum Detail: Hashable, Sendable {
        case none
        case state(AccountState)
        case type(AccountType)
        case delegation(DelegationID, Standing, through: GroupID?)
        /// That the account and the mailbox's owner share: of several the one that lasts longest.
        case group(GroupID)
        /// How it is shown, and who said so; nothing where nobody did.
        case sender(SenderDisplay, SenderSource)
    }

    package var name: ConditionName
    package var outcome: Outcome
    package var detail: Detail
}

/// Where a decision writes what it looks at. `Check` writes nowhere, `Explain` into a list; both run
/// the same judgement, so an explanation cannot differ from the decision.
protocol ConditionRecorder {
    /// Whether it writes at all: what only passes is skipped otherwise.
    static var records: Bool { get }
    mutating func note(_ name: ConditionName, _ passed: Bool, _ detail: @autoclosure () -> Condition.Detail)
}

/// Writes nothing and costs nothing.
struct NoRecord: ConditionRecorder {
    @inline(__always)
    static var records: Bool { false }

    @inline(__always)
    mutating func note(_: ConditionName, _: Bool, _: @autoclosure () -> Condition.Detail) {}
}

/// The conditions of one decision.
struct ConditionList: ConditionRecorder {
    static var records: Bool { true }

    private var noted: [Condition] = []

    /// Those of a question about an account that nobody has heard of.
    static var ofNoAccount: [Condition] {
        var list = ConditionList()
        list.note(.accountExists, false, .none)
        return list.whole()
    }

    mutating func note(_ name: ConditionName, _ passed: Bool, _ detail: @autoclosure () -> Condition.Detail) {
        noted.append(Condition(name: name, outcome: passed ? .passed : .failed, detail: detail()))
    }

    /// Every condition in order, those not reached as skipped, grants through groups by delegation.
    func whole() -> [Condition] {
        ConditionName.allCases.flatMap { name -> [Condition] in
            let here = noted.filter { $0.name == name }
            if here.isEmpty { return [Condition(name: name, outcome: .skipped, detail: .none)] }
            return here.sorted { Self.bits($0.detail) < Self.bits($1.detail) }
        }
    }

    private static func bits(_ detail: Condition.Detail) -> UInt128 {
        switch detail {
        case .delegation(let id, _, _): id.bits
        case .none, .state, .type, .group, .sender: 0
        }
    }
}
