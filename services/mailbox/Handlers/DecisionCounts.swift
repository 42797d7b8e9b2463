internal import MailboxDomain
internal import Messages
internal import RPC
internal import Synchronization

/// How questions were answered since the start. Any thread; one addition a question.
package final class DecisionCounts: Sendable {
    /// By the reason's place in the list.
    private let decided = InlineArray<32, Atomic<Int>> { _ in Atomic(0) }
    private let stale = Atomic(0)
    private let loading = Atomic(0)

    init() {
        precondition(Reason.allCases.count <= decided.count, "one place for each reason")
    }

    func count(_ reason: Reason) {
        decided[reason.rawValue].wrappingAdd(1, ordering: .relaxed)
    }

    /// Questions without a decision, for want of a view to decide on. What a caller asked wrongly is no question.
    func count(unanswered questions: Int, _ status: Status) {
        if status.reason == .stale { stale.wrappingAdd(questions, ordering: .relaxed) }
        if status.reason == .loading { loading.wrappingAdd(questions, ordering: .relaxed) }
    }

    /// Decision `allowed`, `denied` or `none`; the reason in the contract's words.
    package var all: [(decision: String, reason: String, count: Int)] {
        Reason.allCases.map { reason in
            (
                reason.allows ? "allowed" : "denied", DecisionReason(reason).shortName,
                decided[reason.rawValue].load(ordering: .relaxed)
            )
        } + [
            ("none", ErrorReason.stale.name, stale.load(ordering: .relaxed)),
            ("none", ErrorReason.loading.name, loading.load(ordering: .relaxed)),
        ]
    }
}
