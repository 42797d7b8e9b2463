package import Contract
package import Messages
package import RPC

/// Makes the audit events of one service: what is the same for all of them.
package struct EventSource: Sendable {
    /// What the log takes at most of an event, in bytes.
    package static let eventBytesMax = 16 * 1024

    /// identity, mailbox.
    package let service: String
    package let digest: @Sendable ([UInt8]) -> [UInt8]
    let makeID: @Sendable (_ micros: Int64) -> String

    /// `digest` is SHA-256: values too large for an event travel as their hash. This module stays free of cryptography.
    package init(
        service: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8],
        makeID: @escaping @Sendable (_ micros: Int64) -> String = { Identifier.make("evt", at: $0) }
    ) {
        self.service = service
        self.digest = digest
        self.makeID = makeID
    }

    /// An event about a call. Without an account the actor is who the call names: the account of a trusted caller, else
    /// the caller itself. A session's token never gets into an event.
    package func draft(
        _ call: Call, account: AuthorizedAccount?, action: String, requestID: String = ""
    ) -> EventDraft {
        EventDraft(
            action: action, organizationID: account?.organizationID ?? "", actor: Self.actor(call, account),
            origin: EventOrigin(
                caller: call.peer.caller, address: call.peer.address, service: service, requestId: requestID,
                traceparent: call.traceparent ?? ""),
            source: self)
    }

    /// An event about what no call has asked for: the service itself is the actor.
    package func draft(bySystem action: String) -> EventDraft {
        EventDraft(
            action: action, organizationID: "", actor: EventActor(id: service, kind: .service),
            origin: EventOrigin(service: service), source: self)
    }

    /// An event with a new id, as the log gets it: at most `eventBytesMax` bytes, whatever callers have sent (`EventSize`).
    /// `now` is the transaction's time, microseconds UTC.
    package func encoded(_ event: Event, at now: Int64) -> [UInt8] {
        var event = event
        event.id = makeID(now)
        event.occurTime = Timestamp(microsecondsSince1970: now)
        return EventSize(bytesMax: Self.eventBytesMax, digest: digest).fit(event).encoded()
    }

    private static func actor(_ call: Call, _ account: AuthorizedAccount?) -> EventActor {
        if let account {
            return EventActor(
                id: account.accountID, kind: .account,
                role: account.roleIDs.joined(separator: ","),
                authenticatedBy: account.authenticatedBy)
        }
        if let named = call.metadata(MetadataKey.account) {
            return EventActor(id: named, kind: .account, authenticatedBy: "caller")
        }
        if call.metadata(MetadataKey.session) != nil {
            return EventActor(kind: .account, authenticatedBy: "session")
        }
        let isOperator = call.peer.caller.split(separator: "/").dropFirst(2).first == "operator"
        return EventActor(
            id: call.peer.caller, kind: isOperator ? .operator : .service, authenticatedBy: "certificate")
    }
}
