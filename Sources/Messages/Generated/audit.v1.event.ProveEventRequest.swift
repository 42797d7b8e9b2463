// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the proof of an event.
package struct ProveEventRequest: Message {
    /// The organization; empty for the installation's own log, which operators read.
    package var organizationId: String = ""
    /// The event.
    package var eventId: String = ""
    /// The size of the tree to prove it in; 0 means now.
    package var treeSize: Int64 = 0
    /// Which of its logs; UNSPECIFIED is AUDIT.
    package var eventClass: EventClass = .unspecified

    package init() {}

    package init(
        organizationId: String = "",
        eventId: String = "",
        treeSize: Int64 = 0,
        eventClass: EventClass = .unspecified
    ) {
        self.organizationId = organizationId
        self.eventId = eventId
        self.treeSize = treeSize
        self.eventClass = eventClass
    }

    package static var name: String { "mandate.audit.v1.ProveEventRequest" }

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

extension ProveEventRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveEventRequest>) {
        unsafe mandate__audit__v1__prove_event_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveEventRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.ProveEventRequest.organization_id")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.audit.v1.ProveEventRequest.event_id")
        self.treeSize = unsafe c.pointee.tree_size
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveEventRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.tree_size = self.treeSize
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
    }
}

extension ProveEventRequest {
    package func check(_ violations: inout Violations) {
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.eventId.isEmpty {
            violations.addMissing("event_id")
        } else {
            if !Patterns.evt(self.eventId) {
                violations.add("event_id", .invalidField, "string.pattern: as in ^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.treeSize < 0 {
            violations.add("tree_size", .invalidField, "int64.gte: at least 0")
        }
        if case .unrecognized = self.eventClass {
            violations.add("event_class", .invalidField, "enum.defined_only: a value of EventClass")
        }
    }
}
