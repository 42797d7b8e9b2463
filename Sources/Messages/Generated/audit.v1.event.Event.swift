// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// One event. Its encoded bytes, as the producer sent them, are the leaf of the log.
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
    /// What it was done to.
    package var target: EventTarget? = nil
    /// What is different now, of values that stay in the log for ever: ids, states, roles, rights, times.
    package var changes: [EventChange] = []
    /// The rule and reason behind a denial.
    package var reason: String = ""
    /// Why, in the actor's words.
    package var justification: String = ""
    /// Where it came from.
    package var origin: EventOrigin? = nil
    /// True when an administrator granted something to themselves (rule D20).
    package var selfGrant: Bool = false
    /// True when it left only one active Full admin (rule C7).
    package var lastFullAdminWarning: Bool = false
    /// How many refusals the event stands for; 0 for an event of one thing. Beyond a few a minute, what one actor is refused
    /// by one method is counted: the fields above are those of the first that was counted, without what belongs to one call
    /// (request id, traceparent, justification). Where there were too many actors to count them apart, action is
    /// refusal.counted, in the installation's log and without an actor.
    package var count: Int64 = 0
    /// When the first and the last of them were refused. occur_time is then when they were written down.
    package var firstRefuseTime: Timestamp? = nil
    /// See first_refuse_time.
    package var lastRefuseTime: Timestamp? = nil
    /// What is different of values that tell about a person, apart from the rest because it goes when the person goes. Today
    /// it is part of the leaf like all else; once such values are sealed with a key of the person's own, the leaf will hold
    /// commitments to them in their place.
    package var personalChanges: [EventChange] = []

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        occurTime: Timestamp? = nil,
        eventClass: EventClass = .unspecified,
        action: String = "",
        outcome: EventOutcome = .unspecified,
        actor: EventActor? = nil,
        target: EventTarget? = nil,
        changes: [EventChange] = [],
        reason: String = "",
        justification: String = "",
        origin: EventOrigin? = nil,
        selfGrant: Bool = false,
        lastFullAdminWarning: Bool = false,
        count: Int64 = 0,
        firstRefuseTime: Timestamp? = nil,
        lastRefuseTime: Timestamp? = nil,
        personalChanges: [EventChange] = []
    ) {
        self.id = id
        self.organizationId = organizationId
        self.occurTime = occurTime
        self.eventClass = eventClass
        self.action = action
        self.outcome = outcome
        self.actor = actor
        self.target = target
        self.changes = changes
        self.reason = reason
        self.justification = justification
        self.origin = origin
        self.selfGrant = selfGrant
        self.lastFullAdminWarning = lastFullAdminWarning
        self.count = count
        self.firstRefuseTime = firstRefuseTime
        self.lastRefuseTime = lastRefuseTime
        self.personalChanges = personalChanges
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
        self.target = try unsafe Read.message(c.pointee.target)
        self.changes = try unsafe Read.messages(c.pointee.n_changes, c.pointee.changes)
        self.reason = try unsafe Read.text(c.pointee.reason, "mandate.audit.v1.Event.reason")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.audit.v1.Event.justification")
        self.origin = try unsafe Read.message(c.pointee.origin)
        self.selfGrant = unsafe c.pointee.self_grant != 0
        self.lastFullAdminWarning = unsafe c.pointee.last_full_admin_warning != 0
        self.count = unsafe c.pointee.count
        self.firstRefuseTime = try unsafe Read.message(c.pointee.first_refuse_time)
        self.lastRefuseTime = try unsafe Read.message(c.pointee.last_refuse_time)
        self.personalChanges = try unsafe Read.messages(c.pointee.n_personal_changes, c.pointee.personal_changes)
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
        if let value = self.target {
            unsafe c.pointee.target = arena.message(value)
        }
        unsafe c.pointee.n_changes = self.changes.count
        unsafe c.pointee.changes = arena.messages(self.changes)
        unsafe c.pointee.reason = arena.text(self.reason)
        unsafe c.pointee.justification = arena.text(self.justification)
        if let value = self.origin {
            unsafe c.pointee.origin = arena.message(value)
        }
        unsafe c.pointee.self_grant = self.selfGrant ? 1 : 0
        unsafe c.pointee.last_full_admin_warning = self.lastFullAdminWarning ? 1 : 0
        unsafe c.pointee.count = self.count
        if let value = self.firstRefuseTime {
            unsafe c.pointee.first_refuse_time = arena.message(value)
        }
        if let value = self.lastRefuseTime {
            unsafe c.pointee.last_refuse_time = arena.message(value)
        }
        unsafe c.pointee.n_personal_changes = self.personalChanges.count
        unsafe c.pointee.personal_changes = arena.messages(self.personalChanges)
    }
}
