internal import ArgumentParser
internal import MailboxDomain

/// A decision in process, one thread: the index of `MailboxDomain` without wire, decoding or clock.
///
/// Half of the questions ask what a delegation gives, half are drawn, so that both an early and a late answer count. There are
/// more questions than the caches hold.
struct DecisionBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Nanoseconds of a decision in process and of a wait for memory; bytes of a delegation.")

    @Option var runs = 5
    @Flag(help: "Small and short: to see that it works.") var quick = false

    private var questions: Int { quick ? 1 << 10 : 1 << 17 }
    private var decisions: Int { quick ? 1 << 12 : 1 << 21 }

    func run() {
        let sizes = [("1k", 1000), ("100k", quick ? 1000 : 100_000), ("1m", quick ? 1000 : 1_000_000)]
        for (name, size) in sizes {
            let institution = Institution(delegations: size)
            let index = institution.indexOfIdentity()
            index.reserve(size, in: institution.organization)
            index.apply(institution.delegations.map { .put($0) }, in: institution.organization)
            let asked = institution.questions(questions)
            _ = nanoseconds(index, asked)
            let (bytes, count) = index.delegationMemory
            // In turns with the decisions, for other processes share the caches.
            let chase = PointerChase(bytes: bytes)
            for _ in 0..<runs {
                value("decision_ns_\(name)", nanoseconds(index, asked))
                value("miss_ns_\(name)", chase.nanoseconds())
            }
            if name == "1m" { value("bytes_per_delegation", Double(bytes) / Double(count)) }
        }
    }

    /// Of a decision.
    private func nanoseconds(_ index: AccessIndex, _ asked: [Question]) -> Double {
        var allowed = 0
        let took = ContinuousClock().measure {
            for number in 0..<decisions {
                let question = asked[number & (asked.count - 1)]
                let decision = index.decide(question, at: Now(Institution.now))
                if decision.allowed { allowed += 1 }
            }
        }
        // Also keeps the loop from being optimised away.
        precondition(allowed > decisions / 4 && allowed < decisions, "\(allowed) of \(decisions) allowed: not what was built")
        return took / .nanoseconds(decisions)
    }
}
