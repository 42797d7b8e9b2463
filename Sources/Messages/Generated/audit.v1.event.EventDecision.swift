// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// What a rule decided.
package struct EventDecision: Message {
    /// The reason's name, as in IS_OWNER or ROLE_LACKS_SCOPE.
    package var reason: String = ""
    /// Whose reason it is, as in an error's ErrorInfo: mandate.rpc, mandate.mailbox. Reasons that only the log tells are
    /// EventReason's, of mandate.audit.
    package var domain: String = ""
    /// Of a demand of a role: each that was not met, else each that was asked.
    package var demands: [EventDemand] = []
    /// The delegation that gave or would have given the right.
    package var delegationId: String = ""
    /// The state that it was decided on.
    package var revision: String = ""

    package init() {}

    package init(
        reason: String = "",
        domain: String = "",
        demands: [EventDemand] = [],
        delegationId: String = "",
        revision: String = ""
    ) {
        self.reason = reason
        self.domain = domain
        self.demands = demands
        self.delegationId = delegationId
        self.revision = revision
    }

    package static var name: String { "mandate.audit.v1.EventDecision" }

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

extension EventDecision: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventDecision>) {
        unsafe mandate__audit__v1__event_decision__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventDecision>) throws(MessageError) {
        self.reason = try unsafe Read.text(c.pointee.reason, "mandate.audit.v1.EventDecision.reason")
        self.domain = try unsafe Read.text(c.pointee.domain, "mandate.audit.v1.EventDecision.domain")
        self.demands = try unsafe Read.messages(c.pointee.n_demands, c.pointee.demands)
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.audit.v1.EventDecision.delegation_id")
        self.revision = try unsafe Read.text(c.pointee.revision, "mandate.audit.v1.EventDecision.revision")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventDecision>, in arena: Arena) {
        unsafe c.pointee.reason = arena.text(self.reason)
        unsafe c.pointee.domain = arena.text(self.domain)
        unsafe c.pointee.n_demands = self.demands.count
        unsafe c.pointee.demands = arena.messages(self.demands)
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.revision = arena.text(self.revision)
    }
}
