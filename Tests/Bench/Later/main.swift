import ChangeFeed
import Contract
import Daemon
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import RPC

// mandate-mailbox with one difference: Check is answered by a task on the connection's loop, as a handler does it that may
// have to wait. Everything around it is the product's: TLS, callers, deadlines, metrics, the index that follows identity.
await ServerProcess.run("mailbox-later", port: 7404, operationsPort: 7504) { process in
    let store = try await process.store(MailboxMigrations.all)
    let index = AccessIndex()
    let administrators = AdministratorChanges()
    let follower = Follower(
        name: "mailbox-later \(store.epoch)", transport: try process.identityClient(),
        replica: IdentityReplica(
            index: index, administrators: administrators, settled: { await store.settled() }),
        staleness: .lease,
        ended: { process.logger.warning("identity's feed ended", metadata: ["error": "\($0)"]) })
    let mailboxes = try await Mailboxes(
        store: store, acknowledged: { _ in }, index: index, view: View(follower),
        administrators: administrators, authorizer: try process.remoteAuthorizer(),
        identity: try process.identityClient(),
        clock: { [clock = process.clock] in Now(clock.now) }, random: ServerProcess.random,
        refused: { process.logger.critical("a change does not fit the index", metadata: ["error": "\($0)"]) })
    process.require(follower)

    let inline = AccessHandler(mailboxes: mailboxes)
    var router = process.router()
    router.unary(AccessServiceMethods.check) { question, call in
        .later {
            switch try inline.check(question, call) {
            case .now(let answer): answer
            case .later(let body): try await body()
            }
        }
    }
    return .init(
        router: router, store: store, background: [.init("follower") { await follower.run() }],
        record: { try await mailboxes.record($0) })
}
