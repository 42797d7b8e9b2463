import Dispatch
import Messages
import Patience
import Synchronization
import Testing

@Suite struct CommitPhaseTests {
    /// Stops the writer when a follower is told, until the test goes on.
    private final class Between: Sendable {
        private let armed = Atomic(false)
        private let reached = Atomic(false)
        private let go = DispatchSemaphore(value: 0)

        func stop() {
            guard armed.exchange(false, ordering: .acquiringAndReleasing) else { return }
            reached.store(true, ordering: .releasing)
            go.wait()
        }

        func arm() { armed.store(true, ordering: .releasing) }
        var isReached: Bool { reached.load(ordering: .acquiring) }
        func goOn() { go.signal() }
    }

    @Test("D17 when followers hear of a suspension, identity itself authorizes nothing for the account any more")
    func ownViewFirst() async throws {
        let between = Between()
        let installation = try await Installation(told: { _ in between.stop() })
        let acme = try await installation.acme()
        let admin = try await installation.member("jo", of: acme, role: .fullAdmin)
        // What mailbox asks before a grant.
        #expect(try await installation.authorize(.accountId(admin.id)).allowed)
        between.arm()
        async let suspended = installation.suspend(admin, by: acme.owner)
        await until { between.isReached }
        #expect(try await installation.authorize(.accountId(admin.id)).reason == .accountNotActive)
        between.goOn()
        #expect(try await suspended.account?.state == .suspended)
    }
}
