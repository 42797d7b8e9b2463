// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Asks for events as they come.
package struct WatchEventsRequest: Message {
    /// The organization; empty for the installation's own log, which operators read.
    package var organizationId: String = ""
    /// Which of its logs; UNSPECIFIED is AUDIT.
    package var eventClass: EventClass = .unspecified
    /// Which of them; not set for all.
    package var filter: EventFilter? = nil
    /// Where to begin. None: with what the log takes from now on.
    package var begin: Begin? = nil

    package init() {}

    package init(
        organizationId: String = "",
        eventClass: EventClass = .unspecified,
        filter: EventFilter? = nil,
        begin: Begin? = nil
    ) {
        self.organizationId = organizationId
        self.eventClass = eventClass
        self.filter = filter
        self.begin = begin
    }

    package static var name: String { "mandate.audit.v1.WatchEventsRequest" }

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

    /// Where to begin. None: with what the log takes from now on.
    package enum Begin: Sendable, Equatable {
        /// At this index; 0 is the oldest event. Beyond the log's size TREE_TOO_SMALL: it is not the log of before.
        case index(Int64)
    }
}

extension WatchEventsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsRequest>) {
        unsafe mandate__audit__v1__watch_events_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__WatchEventsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.WatchEventsRequest.organization_id")
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
        self.filter = try unsafe Read.message(c.pointee.filter)
        switch unsafe c.pointee.begin_case.rawValue {
        case 4: self.begin = .index(unsafe c.pointee.index)
        default: self.begin = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
        if let value = self.filter {
            unsafe c.pointee.filter = arena.message(value)
        }
        switch self.begin {
        case nil: break
        case .index(let value)?:
            unsafe c.pointee.begin_case = .init(rawValue: 4)
            unsafe c.pointee.index = value
        }
    }
}

extension WatchEventsRequest {
    package func check(_ violations: inout Violations) {
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.eventClass {
            violations.add("event_class", .invalidField, "enum.defined_only: a value of EventClass")
        }
        if let value = self.filter {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "filter")
        }
        if case .index(let value)? = self.begin {
            if value < 0 {
                violations.add("index", .invalidField, "int64.gte: at least 0")
            }
        }
    }
}
