// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// A batch.
package struct AppendEventsRequest: Message {
    /// identity, mailbox or another configured source. It must be the caller's own.
    package var source: String = ""
    /// The source's epoch.
    package var epoch: String = ""
    /// The sequence of the first event; the rest follow densely.
    package var firstSequence: Int64 = 0
    /// Encoded AppendedEvents. 1 to 512.
    package var events: [[UInt8]] = []
    /// Of a source that counts anew since its database was restored, with its first batch: what the copy knew of the life
    /// before. What the log has beyond it is gone there, and the log's event says how much.
    package var restoredFrom: SourceLife? = nil

    package init() {}

    package init(
        source: String = "",
        epoch: String = "",
        firstSequence: Int64 = 0,
        events: [[UInt8]] = [],
        restoredFrom: SourceLife? = nil
    ) {
        self.source = source
        self.epoch = epoch
        self.firstSequence = firstSequence
        self.events = events
        self.restoredFrom = restoredFrom
    }

    package static var name: String { "mandate.audit.v1.AppendEventsRequest" }

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

extension AppendEventsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsRequest>) {
        unsafe mandate__audit__v1__append_events_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendEventsRequest>) throws(MessageError) {
        self.source = try unsafe Read.text(c.pointee.source, "mandate.audit.v1.AppendEventsRequest.source")
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.audit.v1.AppendEventsRequest.epoch")
        self.firstSequence = unsafe c.pointee.first_sequence
        self.events = unsafe Read.byteStrings(c.pointee.n_events, c.pointee.events)
        self.restoredFrom = try unsafe Read.message(c.pointee.restored_from)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsRequest>, in arena: Arena) {
        unsafe c.pointee.source = arena.text(self.source)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.first_sequence = self.firstSequence
        unsafe c.pointee.n_events = self.events.count
        unsafe c.pointee.events = arena.byteStrings(self.events)
        if let value = self.restoredFrom {
            unsafe c.pointee.restored_from = arena.message(value)
        }
    }
}

extension AppendEventsRequest {
    package func check(_ violations: inout Violations) {
        if self.source.isEmpty {
            violations.addMissing("source")
        } else {
            if self.source.utf8.count > 100 {
                violations.add("source", .tooLong, "string.max_bytes: at most 100 bytes")
            }
        }
        if self.epoch.isEmpty {
            violations.addMissing("epoch")
        } else {
            if self.epoch.utf8.count > 100 {
                violations.add("epoch", .tooLong, "string.max_bytes: at most 100 bytes")
            }
        }
        if self.firstSequence < 1 {
            violations.add("first_sequence", .invalidField, "int64.gte: at least 1")
        }
        if self.events.count < 1 {
            violations.add("events", .missingField, "repeated.min_items: at least 1 element")
        }
        if self.events.count > 512 {
            violations.add("events", .tooLong, "repeated.max_items: at most 512 elements")
        }
        for index in self.events.indices where !violations.isFull {
            let start = violations.count
            let value = self.events[index]
            if value.count < 1 {
                violations.add("", .missingField, "bytes.min_len: at least 1 byte")
            }
            if value.count > 53248 {
                violations.add("", .tooLong, "bytes.max_len: at most 53248 bytes")
            }
            violations.place(from: start, in: "events", index)
        }
        if let value = self.restoredFrom {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "restored_from")
        }
    }
}
