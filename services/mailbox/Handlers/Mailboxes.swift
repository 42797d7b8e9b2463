package import ChangeFeed
package import Contract
internal import Crypto
package import Due
package import MailboxDomain
package import MailboxStorage
internal import Messages
internal import Mutations
package import Outbox
package import RPC
package import SQL

/// The mailbox service without its process: what every handler works with.
package struct Mailboxes: Sendable {
    let store: Store
    let index: AccessIndex
    let own: OwnChanges
    let view: View
    let administrators: AdministratorChanges
    package let tombstones: Tombstones
    /// Of which rows are left; `removeMarkedDelegations` removes them.
    package let marks = RemovalQueue<DelegationMark>()
    package let signatures: SignatureEnds
    let authorizer: any Authorizer
    let addresses: MailboxAddresses
    /// Identity's, for who leaves.
    let accounts: AccountClient
    let offboardings = Offboardings()
    private let events: EventSource
    /// Its `run` writes down what was only counted.
    package let refusals: Refusals
    let mutator: Mutator
    /// Its `run` does what is due, with the actions that the server registers.
    package let schedule: Schedule
    package let decisions = DecisionCounts()
    let clock: @Sendable () -> Now

    /// Loads every delegation into the index, and keeps it from then on. To be done before the first write.
    ///
    /// The hook runs on the writer thread after each commit and before the write is answered, one commit after the
    /// other: the index changes in the order of positions, and nothing is answered that it does not have.
    /// `acknowledged` returns when no follower can decide on a state before that position: `Feed.acknowledged`. `refused`
    /// hears of a change of its own that could not be read: then nothing is decided any more, and the process is to end.
    /// `identity`: where addresses of mailboxes are claimed. `random` gives that many random bytes.
    package init(
        store: Store, acknowledged: @escaping @Sendable (Int64) async -> Void, index: AccessIndex, view: View,
        administrators: AdministratorChanges, tombstones: Tombstones = Tombstones(),
        signatures: SignatureEnds? = nil, authorizer: any Authorizer, identity: any CallTransport,
        clock: @escaping @Sendable () -> Now,
        random: @escaping @Sendable (Int) -> [UInt8],
        newID: @escaping @Sendable (String, Int64) -> String = { Identifier.make($0, at: $1) },
        refused: @escaping @Sendable (any Error) -> Void
    ) async throws {
        let signatures = signatures ?? SignatureEnds(index: index) { clock().earliest }
        let own = OwnChanges(
            index: index,
            applied: { changes, organization in signatures.heard(changes, in: organization, isKnown: view.isFresh) },
            refused: refused)
        store.onCommit(.view) { own.apply($0) }
        try await index.load(from: store)
        marks.add(try await store.read { try $0.delegationMarks() })
        // Whether they are lost nobody knows before identity has told of all.
        try await store.read { try $0.eachSignature { signatures.keys.put($0, in: $1) { _ in true } } }
        self.store = store
        self.index = index
        self.own = own
        self.view = view
        self.administrators = administrators
        self.tombstones = tombstones
        self.signatures = signatures
        self.authorizer = authorizer
        self.clock = clock
        accounts = AccountClient(transport: identity)
        addresses = MailboxAddresses(
            client: MailboxAddressClient(transport: identity), ids: MailboxIDs(key: store.secretKey, newID: newID))
        schedule = Schedule(
            store: store,
            clock: {
                let now = clock()
                return (now.earliest, now.latest)
            })
        events = EventSource(
            service: "mailbox", digest: { Array(SHA256.hash(data: $0)) },
            commitments: Commitments(random: random) { salt, bytes in
                Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: salt)))
            }, makeID: { newID("evt", $0) },
            owner: { mailbox, organization in
                guard let mailbox = MailboxID(mailbox).flatMap({ index.mailbox($0) }) else { return "" }
                return mailbox.organization.text == organization ? mailbox.owner?.text ?? "" : ""
            })
        refusals = Refusals(store: store, events: events, clock: { clock().earliest })
        mutator = Mutator(
            store: store, acknowledged: acknowledged, events: events, refusals: refusals, newID: newID,
            secrets: SecretHash { [key = SymmetricKey(data: store.secretKey)] in
                Array(HMAC<SHA256>.authenticationCode(for: $0, using: key))
            },
            status: { Status($0) })
    }

    /// Leaves an event of the server's own for the log, with a new id and the time of its transaction.
    package func record(_ event: OpenEvent) async throws { try await events.write([event], to: store) }

    /// Registers mailbox's services.
    package func register(in router: inout Router) {
        router.add(AccessHandler(mailboxes: self))
        router.add(DelegationHandler(mailboxes: self))
        router.add(MailboxHandler(mailboxes: self))
        router.add(SignatureHandler(mailboxes: self))
        router.add(OffboardingHandler(mailboxes: self))
    }

    /// The state that this service's own followers start from.
    package static let snapshot: Feed.Snapshot = { connection, body in try connection.eachChange(body) }
}

extension AccessIndex {
    /// Every delegation of the store: one thread reads while another fills.
    package func load(from store: Store) async throws {
        let (batches, reader) = AsyncStream.makeStream(of: (OrganizationID, [OwnChange]).self)
        async let reading: Void = store.read { connection in
            defer { reader.finish() }
            try connection.eachBatch { reader.yield(($0, $1)) }
        }
        for await (organization, changes) in batches { apply(changes, in: organization) }
        try await reading
    }
}
