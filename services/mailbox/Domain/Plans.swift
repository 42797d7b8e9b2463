/// Which plan each account of an organization has: its licence is of a subscription, and that has the plan (rule A6).
///
/// Kept in these two steps, so that a subscription's other plan is one change here too, whoever has its licences. Four bytes
/// an account, from the first licence on, in an array of its own that a decision reads only where sharing takes a plan.
struct Plans: Sendable {
    /// By handle: the number of the subscription that the account has a licence of, counted from 1; 0 for none. Who stands
    /// behind its end has none.
    private var licences: ContiguousArray<UInt32> = []
    /// By number, from 1 on: nil while nothing is known, and once it gives nothing.
    private var plans: ContiguousArray<String?> = [nil]
    private var numbers: [SubscriptionID: UInt32] = [:]
    /// The plans that sharing takes, and by number whether it is one of them (rule D12): so no decision compares texts.
    private var sharing: Set<String> = []
    private var isSharing: ContiguousArray<Bool> = [false]

    /// Nil for none.
    func plan(of account: UInt32) -> String? {
        Int(account) < licences.count ? plans[Int(licences[Int(account)])] : nil
    }

    func isSharing(_ account: UInt32) -> Bool {
        Int(account) < licences.count && isSharing[Int(licences[Int(account)])]
    }

    mutating func requireForSharing(_ names: [String]) {
        sharing = Set(names)
        for number in plans.indices { isSharing[number] = plans[number].map { sharing.contains($0) } ?? false }
    }

    mutating func set(_ subscription: SubscriptionID, to plan: String?) {
        let number = Int(number(subscription))
        plans[number] = plan
        isSharing[number] = plan.map { sharing.contains($0) } ?? false
    }

    /// Nil: it has no licence any more.
    mutating func set(_ account: UInt32, to subscription: SubscriptionID?) {
        if Int(account) >= licences.count {
            if subscription == nil { return }
            licences.append(contentsOf: repeatElement(0, count: Int(account) + 1 - licences.count))
        }
        licences[Int(account)] = subscription.map { number($0) } ?? 0
    }

    /// A licence may be told of before its subscription.
    private mutating func number(_ subscription: SubscriptionID) -> UInt32 {
        if let known = numbers[subscription] { return known }
        let new = UInt32(plans.count)
        plans.append(nil)
        isSharing.append(false)
        numbers[subscription] = new
        return new
    }
}
