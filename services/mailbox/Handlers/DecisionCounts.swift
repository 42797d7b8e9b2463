internal import MailboxDomain
internal import Messages
internal import RPC
internal import Synchronization

/// How questions were answered since the start. Any thread; one addition a question.
package final class DecisionCounts: Sendable {
    private final class Count: Sendable {
        let value = Atomic(0)
    }

    /// By the reason's place in the list.
    private let decided = Reason.allCases.map { _ in Count() }
    private let stale = Count()
    private let loading = Count()

    init() {}

    func count(_ reason: Reason) {
        decided[reason.rawValue].value.wrappingAdd(1, ordering: .relaxed)
    }

    /// Questions without a decision, for want of a view to decide on. What a caller asked wrongly is no question.
    func count(unanswered questions: Int, _ status: Status) {
        if status.reason == .stale { stale.value.wrappingAdd(questions, ordering: .relaxed) }
        if status.reason == .loading { loading.value.wrappingAdd(questions, ordering: .relaxed) }
    }

    /// Decision `allowed`, `denied` or `none`; the reason in the contract's words.
    package var all: [(decision: String, reason: String, count: Int)] {
        Reason.allCases.map { reason in
            (
                reason.allows ? "allowed" : "denied", DecisionReason(reason).shortName,
                decided[reason.rawValue].value.load(ordering: .relaxed)
            )
        } + [
            ("none", ErrorReason.stale.name, stale.value.load(ordering: .relaxed)),
            ("none", ErrorReason.loading.name, loading.value.load(ordering: .relaxed)),
        ]
    }
}
