import Messages
import Mutations
import SQL
import Testing

@testable import IdentityHandlers

/// What a service changes without a call.
struct SystemChangeTests {
    private static let digits = String(repeating: "0", count: 25)
    private let account = Account(id: "acc_\(digits)1", organizationId: "org_\(digits)1", state: .active, displayName: "Jo")

    private struct Failed: Error {}

    private func change(behalf: String = "") -> SystemChange {
        SystemChange(.accountInvitationExpired, EventTarget(resourceType: "account"), behalf: behalf, takesAway: true)
    }

    @Test(
        "E2 a change without a call has one event, of the service itself and on behalf of whom it names; followers are waited for"
    )
    func reported() async throws {
        let installation = try await Installation()
        try await installation.identity.mutator.perform(change(behalf: "acc_boss")) { [account] write in
            write.tx.record(ChangeRecord(organization: "org_1", id: "acc_1", type: "x", value: []))
            try write.report(account, nil)
        }
        let event = try #require(try await installation.events().first)
        #expect(event.actor == EventActor(id: "identity", kind: .system))
        #expect(event.onBehalfOf == [EventBehalf(accountId: "acc_boss")])
        #expect(event.origin == EventOrigin(service: "identity"))
        #expect(event.organizationId == account.organizationId)
        #expect(event.target?.id == account.id)
        #expect(installation.waitedFor == [installation.store.position])
    }

    @Test("E2 one of which the log would know nothing is undone, and one that found nothing to do needs no event")
    func unreported() async throws {
        let installation = try await Installation()
        await #expect(throws: (any Error).self) {
            try await installation.identity.mutator.perform(change()) { write in
                write.tx.record(ChangeRecord(organization: "org_1", id: "acc_1", type: "x", value: []))
            }
        }
        try await installation.identity.mutator.perform(change()) { _ in }
        #expect(installation.store.position == 0)
        #expect(try await installation.events() == [])
    }

    @Test("one that fails within a write under way takes with it what it did and nothing else")
    func nested() async throws {
        let installation = try await Installation()
        let mutator = installation.identity.mutator
        _ = try await installation.store.write { [account] tx in
            #expect(throws: Failed.self) {
                try tx.nested {
                    try mutator.perform(change(), in: tx) { write in
                        try write.report(account, nil)
                        throw Failed()
                    }
                }
            }
            try mutator.perform(change(), in: tx) { write in try write.report(account, nil) }
        }
        #expect(try await installation.events().count == 1)
    }
}
