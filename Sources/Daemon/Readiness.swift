internal import Synchronization

/// Whether the server answers calls, and if not, why: asked afresh each time, never cached.
///
/// A part says what keeps it from working, in a few words, or nil.
package final class Readiness: Sendable {
    package typealias Question = @Sendable () -> String?

    private let questions = Mutex<[Question]>([])
    private let warnings = Mutex<[Question]>([])
    private let draining = Atomic<Bool>(false)

    package init() {}

    package func require(_ question: @escaping Question) {
        questions.withLock { $0.append(question) }
    }

    /// What somebody must look at while the server goes on answering.
    package func warn(_ question: @escaping Question) {
        warnings.withLock { $0.append(question) }
    }

    /// From here on the server says that it is going away.
    func drain() {
        draining.store(true, ordering: .releasing)
    }

    /// For good: a server that drains never comes back.
    var isDraining: Bool { draining.load(ordering: .acquiring) }

    package var reasons: [String] {
        if isDraining { return ["draining"] }
        return questions.withLock { $0 }.compactMap { $0() }
    }

    /// Asked afresh each time, as `reasons` are.
    var standingWarnings: [String] { warnings.withLock { $0 }.compactMap { $0() } }
}
