// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Asks for events.
package struct ListEventsRequest: Message {
    /// The organization; empty for the installation's own log, which operators read.
    package var organizationId: String = ""
    /// Which of its logs; UNSPECIFIED is AUDIT.
    package var eventClass: EventClass = .unspecified
    /// Which of them; not set for all.
    package var filter: EventFilter? = nil
    /// True: oldest first.
    package var oldestFirst: Bool = false
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before. The cursor is the dense index, never a time.
    package var pageToken: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        eventClass: EventClass = .unspecified,
        filter: EventFilter? = nil,
        oldestFirst: Bool = false,
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.organizationId = organizationId
        self.eventClass = eventClass
        self.filter = filter
        self.oldestFirst = oldestFirst
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static var name: String { "mandate.audit.v1.ListEventsRequest" }

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

extension ListEventsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ListEventsRequest>) {
        unsafe mandate__audit__v1__list_events_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ListEventsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.ListEventsRequest.organization_id")
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
        self.filter = try unsafe Read.message(c.pointee.filter)
        self.oldestFirst = unsafe c.pointee.oldest_first != 0
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.audit.v1.ListEventsRequest.page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ListEventsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
        if let value = self.filter {
            unsafe c.pointee.filter = arena.message(value)
        }
        unsafe c.pointee.oldest_first = self.oldestFirst ? 1 : 0
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
    }
}

extension ListEventsRequest {
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
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
