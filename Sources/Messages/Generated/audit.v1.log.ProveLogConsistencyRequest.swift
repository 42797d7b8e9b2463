// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the proof between two sizes.
package struct ProveLogConsistencyRequest: Message {
    /// The organization; empty for the installation's own log, which operators read.
    package var organizationId: String = ""
    /// The smaller, at least 1.
    package var firstSize: Int64 = 0
    /// The larger; 0 means now.
    package var secondSize: Int64 = 0
    /// Which of its logs; UNSPECIFIED is AUDIT.
    package var eventClass: EventClass = .unspecified

    package init() {}

    package init(
        organizationId: String = "",
        firstSize: Int64 = 0,
        secondSize: Int64 = 0,
        eventClass: EventClass = .unspecified
    ) {
        self.organizationId = organizationId
        self.firstSize = firstSize
        self.secondSize = secondSize
        self.eventClass = eventClass
    }

    package static var name: String { "mandate.audit.v1.ProveLogConsistencyRequest" }

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

extension ProveLogConsistencyRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>) {
        unsafe mandate__audit__v1__prove_log_consistency_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.ProveLogConsistencyRequest.organization_id")
        self.firstSize = unsafe c.pointee.first_size
        self.secondSize = unsafe c.pointee.second_size
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.first_size = self.firstSize
        unsafe c.pointee.second_size = self.secondSize
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
    }
}

extension ProveLogConsistencyRequest {
    package func check(_ violations: inout Violations) {
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.firstSize < 1 {
            violations.add("first_size", .invalidField, "int64.gte: at least 1")
        }
        if self.secondSize < 0 {
            violations.add("second_size", .invalidField, "int64.gte: at least 0")
        }
        if case .unrecognized = self.eventClass {
            violations.add("event_class", .invalidField, "enum.defined_only: a value of EventClass")
        }
    }
}
