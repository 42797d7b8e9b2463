/// Which plan each account of an organization has: its licence is of a subscription, and that has the plan (rule A6).
///
/// Kept in these two steps, so that a subscription's other plan is one change here too, whoever has its licences. Four bytes
/// an account, from the first licence on, in an array of its own that no decision reads.
struct Plans: Sendable {
    /// By handle: the number of the subscription that the account has a licence of, counted from 1; 0 for none. Who stands
    /// behind its end has none.
    private var licences: ContiguousArray<UInt32> = []
    /// By number, from 1 on: nil while nothing is known, and once it gives nothing.
    private var plans: ContiguousArray<String?> = [nil]
    private var numbers: [SubscriptionID: UInt32] = [:]

    /// Nil for none.
    func plan(of account: UInt32) -> String? {
        Int(account) < licences.count ? plans[Int(licences[Int(account)])] : nil
    }

    mutating func set(_ subscription: SubscriptionID, to plan: String?) {
        plans[Int(number(subscription))] = plan
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
        numbers[subscription] = new
        return new
    }
}
