package import Contract
package import Messages
package import RPC
package import SQL

/// Makes the audit events of one service: what is the same for all of them.
package struct EventSource: Sendable {
    /// What the log takes at most of an event, in bytes.
    package static let eventBytesMax = 16 * 1024

    /// identity, mailbox.
    package let service: String
    package let digest: @Sendable ([UInt8]) -> [UInt8]
    private let commitments: Commitments
    private let makeID: @Sendable (_ micros: Int64) -> String
    private let owner: @Sendable (_ mailbox: String, _ organization: String) -> String

    /// `digest` is SHA-256: values too large for an event travel as their hash. This module stays free of cryptography.
    /// `owner`: whose a mailbox of that organization is; empty for nobody's, and for another organization's.
    package init(
        service: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8], commitments: Commitments,
        makeID: @escaping @Sendable (_ micros: Int64) -> String = { Identifier.make("evt", at: $0) },
        owner: @escaping @Sendable (_ mailbox: String, _ organization: String) -> String = { _, _ in "" }
    ) {
        self.service = service
        self.digest = digest
        self.commitments = commitments
        self.makeID = makeID
        self.owner = owner
    }

    /// An event about a call. Without an account the actor is who the call names: the account of a trusted caller, else
    /// the caller itself. A session's token never gets into an event.
    package func draft(
        _ call: Call, account: AuthorizedAccount?, action: EventAction, requestID: String = ""
    ) -> EventDraft {
        EventDraft(
            action: action, organizationID: account?.organizationID ?? "", actor: Self.actor(call, account),
            origin: EventOrigin(caller: call.peer.caller, service: service, traceparent: call.traceparent ?? ""),
            address: call.metadata(MetadataKey.personAddress) ?? call.peer.address, requestID: requestID, source: self)
    }

    /// An event about what no call has asked for: the service itself is the actor.
    package func draft(bySystem action: EventAction) -> EventDraft {
        EventDraft(
            action: action, organizationID: "", actor: EventActor(id: service, kind: .system),
            origin: EventOrigin(service: service), source: self)
    }

    /// With the owner of the mailbox concerned, as things stand when it is told; of one that nobody knows yet, as the event says.
    func complete(_ target: EventTarget?, in organization: String) -> EventTarget? {
        guard var target, !target.mailboxId.isEmpty else { return target }
        let owner = owner(target.mailboxId, organization)
        if !owner.isEmpty { target.ownerId = owner }
        return target
    }

    /// An event with a new id and fresh salts, as the log gets it: within its limits, whatever callers have sent (`EventSize`,
    /// `PersonalSize`). `now` is the transaction's time, microseconds UTC.
    package func encoded(_ event: OpenEvent, at now: Int64) -> EncodedEvent {
        var (leaf, values) = PersonalSize.fit(event)
        leaf.id = makeID(now)
        leaf.occurTime = Timestamp(microsecondsSince1970: now)
        var appended = AppendedEvent()
        for value in values {
            let (inside, beside) = commitments.commit(value)
            leaf.personal.append(inside)
            appended.personal.append(beside)
        }
        appended.leaf = EventSize(bytesMax: Self.eventBytesMax, digest: digest).fit(leaf)
        return EncodedEvent(id: leaf.id, bytes: appended.encoded())
    }

    /// Leaves events of the service's own in the outbox, all or none.
    package func write(
        _ events: [OpenEvent], to store: Store, _ priority: @escaping @Sendable (OpenEvent) -> OutboxPriority = { _ in .change }
    ) async throws {
        _ = try await store.write { tx in
            for event in events { try tx.event(encoded(event, at: tx.now).bytes, priority(event)) }
        }
    }

    private static func actor(_ call: Call, _ account: AuthorizedAccount?) -> EventActor {
        if let account {
            return EventActor(
                id: account.accountID, kind: .account, roleIds: account.roleIDs,
                authenticatedBy: account.authenticatedBy)
        }
        if let named = call.metadata(MetadataKey.account) {
            return EventActor(id: named, kind: .account, authenticatedBy: "caller")
        }
        if call.metadata(MetadataKey.session) != nil {
            return EventActor(kind: .account, authenticatedBy: "session")
        }
        return caller(of: call)
    }

    /// The caller itself, by its certificate, whomever it may speak for besides.
    package static func caller(of call: Call) -> EventActor {
        let isOperator = call.peer.caller.split(separator: "/").dropFirst(2).first == "operator"
        return EventActor(
            id: call.peer.caller, kind: isOperator ? .operator : .service, authenticatedBy: "certificate")
    }
}
