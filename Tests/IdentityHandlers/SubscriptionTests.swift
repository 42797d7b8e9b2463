import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Synchronization
import Testing

@Suite struct SubscriptionTests {
    /// What followers are told.
    private final class Told: Sendable {
        private let changes = Mutex<[ChangeRecord]>([])
        func take() -> [ChangeRecord] {
            changes.withLock { changes in
                defer { changes = [] }; return changes
            }
        }
        func add(_ transactions: [CommittedTransaction]) {
            changes.withLock { $0 += transactions.flatMap(\.changes) }
        }
    }

    @Test("A6 a subscription is bought, and its plan and its count change, together or one by one")
    func changes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let bought = try await installation.subscription("custom_plan-7", 5, of: acme)
        #expect(bought.state == .active && bought.licenceCount == 5 && bought.assignedCount == 0)
        let ultra = try await installation.change(bought, plan: "ultra", by: acme.owner).subscription
        #expect(ultra?.plan == "ultra" && ultra?.licenceCount == 5 && ultra?.revision == 2)
        let more = try await installation.change(bought, plan: "pro", count: 10_000_000, by: acme.owner).subscription
        #expect(more?.plan == "pro" && more?.licenceCount == 10_000_000)
        #expect(try await installation.change(bought, plan: "pro", by: acme.owner).unchanged)
        #expect(try await installation.get(bought, by: acme.owner) == more)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "subscription.updated" && event.target?.id == bought.id)
        #expect(event.changes.map(\.path) == ["plan", "licence_count"])
        #expect(event.changes.map(\.before) == ["ultra", "5"] && event.changes.map(\.after) == ["pro", "10000000"])
    }

    @Test(
        "A6 plans and counts that there are not",
        arguments: ["", "Pro", "pro plan", "-pro", String(repeating: "p", count: 41), "pro\0"])
    func form(plan: String) async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let refused = await failure { () throws(Status) in try await installation.subscription(plan, 1, of: acme) }
        #expect(refused?.code == .invalidArgument)
        for count in [Int32.min, -1, 0, 10_000_001, .max] {
            let refused = await failure { () throws(Status) in try await installation.subscription("pro", count, of: acme) }
            #expect(refused?.code == .invalidArgument, "\(count)")
        }
    }

    @Test("A6 D17 another plan is one change for followers, whoever has it; its etag is not moved by licences")
    func onePlan() async throws {
        let told = Told()
        let installation = try await Installation { told.add($0) }
        let acme = try await installation.acme()
        let pro = try await installation.subscription("pro", 10, of: acme)
        var people: [Account] = []
        for number in 0..<10 { people.append(try await installation.member("p\(number)", of: acme)) }
        for person in people { try await installation.license(person, pro, by: acme.owner) }
        let seen = try await installation.get(pro, by: acme.owner)
        #expect(seen.etag == pro.etag && seen.assignedCount == 10 && seen.revision == pro.revision)
        _ = told.take()
        try await installation.change(pro, plan: "ultra", by: acme.owner, etag: pro.etag)
        let changes = told.take()
        #expect(changes.map(\.id) == [pro.id] && changes.map(\.type) == [Subscription.name])
        let followed = try Subscription(decoding: try #require(changes.first).value)
        #expect(followed.plan == "ultra" && followed.assignedCount == 0 && followed.etag.isEmpty)
        #expect(installation.waitedFor.last == installation.store.position)
        for person in people { #expect(try await installation.plan(of: person, by: acme.owner) == "ultra") }
    }

    @Test("A6 D17 what is cancelled gives nothing at once; its licences are freed behind it, each with an event")
    func cancelling() async throws {
        let told = Told()
        let installation = try await Installation { told.add($0) }
        let acme = try await installation.acme()
        let (pro, entry) = (
            try await installation.subscription("pro", 70, of: acme), try await installation.subscription("entry", 1, of: acme)
        )
        var people: [Account] = []
        for number in 0..<67 { people.append(try await installation.member("p\(number)", of: acme)) }
        for person in people { try await installation.license(person, pro, by: acme.owner) }
        _ = told.take()
        let answer = try await installation.cancel(pro, by: acme.owner)
        #expect(answer.subscription?.state == .cancelled && answer.subscription?.cancelTime != nil)
        #expect(told.take().map(\.id) == [pro.id])
        #expect(installation.waitedFor.last == installation.store.position)
        let event = try #require(try await installation.events().last)
        #expect(event.id == answer.eventId && event.action == "subscription.cancelled")
        #expect(event.changes.map(\.path) == ["state"] && event.changes.map(\.after) == ["cancelled"])
        for person in people { #expect(try await installation.plan(of: person, by: acme.owner) == "") }
        #expect(try await installation.licences(of: acme, pro).map(\.plan) == [String](repeating: "", count: 67))
        #expect(try await installation.cancel(pro, by: acme.owner).unchanged)

        // Nobody waits for the rest: a licence of another can be had now, and one given back.
        let moved = try await installation.license(people[0], entry, by: acme.owner)
        #expect(moved.licence?.plan == "entry")
        #expect(try await !installation.unlicense(people[1], pro, by: acme.owner).unchanged)
        #expect(try await installation.get(pro, by: acme.owner).assignedCount == 65)

        _ = told.take()
        let eventsBefore = try await installation.events().count
        try await installation.passTime()
        let freed = try await installation.events().dropFirst(eventsBefore)
        #expect(freed.count == 65 && freed.allSatisfy { $0.action == "licence.freed" && $0.target?.id == pro.id })
        #expect(Set(freed.map { $0.target?.subjectId }) == Set(people.dropFirst(2).map(\.id)))
        #expect(Set(told.take().filter(\.deleted).map(\.id)) == Set(people.dropFirst(2).map(\.id)))
        #expect(try await installation.licences(of: acme).map(\.accountId) == [people[0].id])
        #expect(try await installation.get(pro, by: acme.owner).assignedCount == 0)
        for refused in [
            await failure { () throws(Status) in try await installation.change(pro, plan: "ultra", by: acme.owner) },
            await failure { () throws(Status) in try await installation.license(people[0], pro, by: acme.owner) },
        ] { #expect(refused?.reason == .wrongState && refused?.metadata["state"] == "cancelled") }
    }

    @Test("A6 lists are of one state where it is named, in pages")
    func lists() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var bought: [Subscription] = []
        for plan in ["free", "entry", "pro", "ultra"] { bought.append(try await installation.subscription(plan, 1, of: acme)) }
        try await installation.cancel(bought[1], by: acme.owner)
        func list(_ state: SubscriptionState, after token: String = "") async throws -> ListSubscriptionsResponse {
            let request = ListSubscriptionsRequest(organizationId: acme.id, state: state, pageSize: 2, pageToken: token)
            return try await installation.call(SubscriptionServiceMethods.listSubscriptions, request, as: acme.owner)
        }
        let first = try await list(.active)
        let rest = try await list(.active, after: first.nextPageToken)
        let listed = first.subscriptions + rest.subscriptions
        #expect(listed.map(\.id) == [bought[0], bought[2], bought[3]].map(\.id).sorted())
        #expect(first.subscriptions.count == 2 && rest.nextPageToken.isEmpty)
        #expect(try await list(.cancelled).subscriptions.map(\.plan) == ["entry"])
    }
}
