/// The policies that a decision looks at anything for, as bits: where all are off, one of them is asked and none is read.
struct Asks: OptionSet, Sendable {
    let rawValue: UInt8

    static let ownerPlan = Asks(rawValue: 1)
    static let commonGroup = Asks(rawValue: 2)
    static let allOrNothing = Asks(rawValue: 4)

    /// Those that concern a mailbox as a whole.
    static let ofMailboxes: Asks = [.ownerPlan, .commonGroup]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ policies: Policies) {
        self = []
        if !policies.ownerPlans.isEmpty { insert(.ownerPlan) }
        if policies.commonGroup { insert(.commonGroup) }
        if policies.allOrNothing { insert(.allOrNothing) }
    }
}
