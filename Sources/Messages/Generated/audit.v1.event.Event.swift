// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// One event. Its encoded bytes, as the producer sent them, are the leaf of the log: they stay for as long as there is a log,
/// and so nothing in them tells about a person. What does stands beside (PersonalValue), with a commitment in `personal`.
package struct Event: Message {
    /// evt_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization; empty for the installation's own log.
    package var organizationId: String = ""
    /// When it happened, by the producer's clock.
    package var occurTime: Timestamp? = nil
    /// Which log it belongs to.
    package var eventClass: EventClass = .unspecified
    /// Past tense, dotted, as in delegation.granted, account.suspended.
    package var action: String = ""
    /// How it ended.
    package var outcome: EventOutcome = .unspecified
    /// Who did it.
    package var actor: EventActor? = nil
    /// For whom it was done, where that is not the actor: the chain in order, first who was acted for directly.
    package var onBehalfOf: [EventBehalf] = []
    /// What it was done to.
    package var target: EventTarget? = nil
    /// What is different now, of values that stay in the log for ever: ids, states, roles, rights, times.
    package var changes: [EventChange] = []
    /// What was decided, and by what; not set where nothing was asked.
    package var decision: EventDecision? = nil
    /// Where it came from.
    package var origin: EventOrigin? = nil
    /// What whoever reads the log should notice.
    package var flags: [EventFlag] = []
    /// What the event tells about persons, as commitments.
    package var personal: [EventCommitment] = []
    /// How many refusals the event stands for; 0 for an event of one thing. Beyond a few a minute, what one actor, or one account
    /// for which services act, is refused by one method is counted: the fields above are those of the first that was counted,
    /// without what belongs to one call (request id, traceparent, changes, personal values). Where there were too many to count
    /// them apart, action is refusal.counted, in the installation's log and without an actor.
    package var count: Int64 = 0
    /// When the first and the last of them were refused. occur_time is then when they were written down.
    package var firstRefuseTime: Timestamp? = nil
    /// See first_refuse_time.
    package var lastRefuseTime: Timestamp? = nil

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        occurTime: Timestamp? = nil,
        eventClass: EventClass = .unspecified,
        action: String = "",
        outcome: EventOutcome = .unspecified,
        actor: EventActor? = nil,
        onBehalfOf: [EventBehalf] = [],
        target: EventTarget? = nil,
        changes: [EventChange] = [],
        decision: EventDecision? = nil,
        origin: EventOrigin? = nil,
        flags: [EventFlag] = [],
        personal: [EventCommitment] = [],
        count: Int64 = 0,
        firstRefuseTime: Timestamp? = nil,
        lastRefuseTime: Timestamp? = nil
    ) {
        self.id = id
        self.organizationId = organizationId
        self.occurTime = occurTime
        self.eventClass = eventClass
        self.action = action
        self.outcome = outcome
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.target = target
        self.changes = changes
        self.decision = decision
        self.origin = origin
        self.flags = flags
        self.personal = personal
        self.count = count
        self.firstRefuseTime = firstRefuseTime
        self.lastRefuseTime = lastRefuseTime
    }

    package static var name: String { "mandate.audit.v1.Event" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension Event: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__Event>) {
        unsafe mandate__audit__v1__event__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__Event>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.audit.v1.Event.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.Event.organization_id")
        self.occurTime = try unsafe Read.message(c.pointee.occur_time)
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
        self.action = try unsafe Read.text(c.pointee.action, "mandate.audit.v1.Event.action")
        self.outcome = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
        self.actor = try unsafe Read.message(c.pointee.actor)
        self.onBehalfOf = try unsafe Read.messages(c.pointee.n_on_behalf_of, c.pointee.on_behalf_of)
        self.target = try unsafe Read.message(c.pointee.target)
        self.changes = try unsafe Read.messages(c.pointee.n_changes, c.pointee.changes)
        self.decision = try unsafe Read.message(c.pointee.decision)
        self.origin = try unsafe Read.message(c.pointee.origin)
        self.flags = unsafe Read.enums(c.pointee.n_flags, UnsafeRawPointer(c.pointee.flags))
        self.personal = try unsafe Read.messages(c.pointee.n_personal, c.pointee.personal)
        self.count = unsafe c.pointee.count
        self.firstRefuseTime = try unsafe Read.message(c.pointee.first_refuse_time)
        self.lastRefuseTime = try unsafe Read.message(c.pointee.last_refuse_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__Event>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        if let value = self.occurTime {
            unsafe c.pointee.occur_time = arena.message(value)
        }
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
        unsafe c.pointee.action = arena.text(self.action)
        unsafe c.pointee.outcome = .init(rawValue: .init(truncatingIfNeeded: self.outcome.rawValue))
        if let value = self.actor {
            unsafe c.pointee.actor = arena.message(value)
        }
        unsafe c.pointee.n_on_behalf_of = self.onBehalfOf.count
        unsafe c.pointee.on_behalf_of = arena.messages(self.onBehalfOf)
        if let value = self.target {
            unsafe c.pointee.target = arena.message(value)
        }
        unsafe c.pointee.n_changes = self.changes.count
        unsafe c.pointee.changes = arena.messages(self.changes)
        if let value = self.decision {
            unsafe c.pointee.decision = arena.message(value)
        }
        if let value = self.origin {
            unsafe c.pointee.origin = arena.message(value)
        }
        unsafe c.pointee.n_flags = self.flags.count
        unsafe c.pointee.flags = arena.enums(self.flags)
        unsafe c.pointee.n_personal = self.personal.count
        unsafe c.pointee.personal = arena.messages(self.personal)
        unsafe c.pointee.count = self.count
        if let value = self.firstRefuseTime {
            unsafe c.pointee.first_refuse_time = arena.message(value)
        }
        if let value = self.lastRefuseTime {
            unsafe c.pointee.last_refuse_time = arena.message(value)
        }
    }
}
