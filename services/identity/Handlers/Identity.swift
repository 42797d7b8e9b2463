package import Contract
internal import Crypto
package import Due
package import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import Outbox
package import RPC
package import SQL

/// The identity service without its process: what every handler works with.
package struct Identity: Sendable {
    /// How long sessions live, in microseconds.
    package struct Lifetimes: Sendable {
        /// From sign-in, used or not.
        package var session: Int64 = 12 * 3600 * 1_000_000
        /// Without use.
        package var idleSession: Int64 = 3600 * 1_000_000

        package init() {}
    }

    package typealias Reading = (earliest: Int64, latest: Int64)

    let store: Store
    /// Returns when no follower can decide on a state before that position: `Feed.acknowledged`.
    let acknowledged: @Sendable (Int64) async -> Void
    let index: AccountIndex
    /// What the Authorize method answers with.
    package let judge: Judge
    let passwords: Passwords
    let attempts = SignInAttempts()
    let events: EventSource
    /// Its `run` writes down what was only counted.
    package let refusals: Refusals
    let mutator: Mutator
    /// Its `run` does what is due, with `dueActions`.
    package let schedule: Schedule
    let lifetimes: Lifetimes
    let domains: DomainRules
    /// Microseconds UTC. The two differ while the machine's clocks disagree: what is measured from one moment to another
    /// goes by the earlier, which no jump moves.
    let clock: @Sendable () -> Reading
    /// That many random bytes.
    let random: @Sendable (Int) -> [UInt8]

    /// Loads the index from the store, and keeps it from then on. To be done before the first write.
    package init(
        store: Store, acknowledged: @escaping @Sendable (Int64) async -> Void,
        matrix: RoleMatrix = .standard, lifetimes: Lifetimes = Lifetimes(),
        domains: DomainRules, scrypt: ScryptCost = .standard, clock: @escaping @Sendable () -> Reading,
        random: @escaping @Sendable (Int) -> [UInt8],
        newID: @escaping @Sendable (String, Int64) -> String = { Identifier.make($0, at: $1) }
    ) async throws {
        let index = AccountIndex(idleMicros: lifetimes.idleSession)
        store.onCommit(.view) { index.apply($0) }
        // How long the server was down only the later tells: a session that was over meanwhile stays over.
        try await store.read { try index.load($0, now: clock().latest) }
        let schedule = Schedule(store: store, clock: clock)
        try await Self.putPresetChanges(in: store, on: schedule)
        self.store = store
        self.acknowledged = acknowledged
        self.index = index
        self.lifetimes = lifetimes
        self.domains = domains
        self.clock = clock
        self.random = random
        events = EventSource(
            service: "identity", digest: { Array(SHA256.hash(data: $0)) },
            commitments: Commitments(random: random) { salt, bytes in
                Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: salt)))
            }, makeID: { newID("evt", $0) })
        refusals = Refusals(store: store, events: events, clock: { clock().earliest })
        mutator = Mutator(
            store: store, acknowledged: acknowledged, events: events, refusals: refusals, newID: newID,
            secrets: SecretHash { [key = SymmetricKey(data: store.secretKey)] in
                Array(HMAC<SHA256>.authenticationCode(for: $0, using: key))
            },
            status: { Status($0) })
        judge = Judge(index: index, matrix: matrix, clock: { clock().earliest })
        self.schedule = schedule
        passwords = Passwords(cost: scrypt, random: random)
    }

    /// Leaves an event of the server's own for the log, with a new id and the time of its transaction.
    package func record(_ event: OpenEvent) async throws { try await events.write([event], to: store) }

    /// What identity does by time.
    package var dueActions: [DueAction] {
        [
            DueAction(.ownershipExpire, expireOwnershipOffer),
            DueAction(.invitationLapse, lapseInvitation), DueAction(.presetChange, changePreset),
            DueAction(.licencesFree, freeLicences),
            DueAction(.membershipExpire, expireMembership), DueAction(.groupClear, clearGroup),
            DueAction(.suspensionEnd, endSuspension), DueAction(.suspendedDeletion, deleteSuspended),
            DueAction(.suspendedSweep, sweepSuspended),
            DueAction(.addressRelease, releaseAddresses),
        ]
    }

    /// Registers identity's services.
    package func register(in router: inout Router) {
        router.add(OrganizationHandler(identity: self))
        router.add(OwnershipHandler(identity: self))
        router.add(BillingHandler(identity: self))
        router.add(PolicyHandler(identity: self))
        router.add(AccountHandler(identity: self))
        router.add(AddressHandler(identity: self))
        router.add(MailboxAddressHandler(identity: self))
        router.add(DomainHandler(identity: self))
        router.add(GroupHandler(identity: self))
        router.add(SystemOperationHandler(identity: self))
        router.add(TenantHandler(identity: self))
        router.add(SubscriptionHandler(identity: self))
        router.add(LicenceHandler(identity: self))
        router.add(UnitHandler(identity: self))
        router.add(AuthorizationHandler(identity: self))
        router.add(AdministratorHandler(identity: self))
        router.add(InvitationHandler(identity: self))
        router.add(RoleHandler(identity: self))
        router.add(SessionHandler(identity: self))
    }

    /// What an end is judged by in a write: it is over by the later clock already.
    func latest(_ write: Write) -> Int64 { max(write.tx.now, clock().latest) }

    /// For the methods of identity's own process that need an account.
    package var authorizer: LocalAuthorizer { LocalAuthorizer(judge: judge) }
}
