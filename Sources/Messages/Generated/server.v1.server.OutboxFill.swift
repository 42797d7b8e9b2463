// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// How full an outbox is.
package struct OutboxFill: Message {
    /// Events that the log has not acknowledged.
    package var events: Int64 = 0
    /// So many may wait. The last of it is kept for what only takes access away.
    package var eventsMax: Int64 = 0
    /// So many events of usual changes still find room; with 0 such a change is refused with OUTBOX_FULL.
    package var changeRoom: Int64 = 0
    /// When the oldest that waits was written, as far as the server has looked; nothing while none waits.
    package var oldestTime: Timestamp? = nil
    /// What the last batch failed with; empty when it arrived. A batch waits 30 seconds for a log that is not reached.
    package var failure: String = ""

    package init() {}

    package init(
        events: Int64 = 0,
        eventsMax: Int64 = 0,
        changeRoom: Int64 = 0,
        oldestTime: Timestamp? = nil,
        failure: String = ""
    ) {
        self.events = events
        self.eventsMax = eventsMax
        self.changeRoom = changeRoom
        self.oldestTime = oldestTime
        self.failure = failure
    }

    package static var name: String { "mandate.server.v1.OutboxFill" }

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

extension OutboxFill: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__OutboxFill>) {
        unsafe mandate__server__v1__outbox_fill__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__OutboxFill>) throws(MessageError) {
        self.events = unsafe c.pointee.events
        self.eventsMax = unsafe c.pointee.events_max
        self.changeRoom = unsafe c.pointee.change_room
        self.oldestTime = try unsafe Read.message(c.pointee.oldest_time)
        self.failure = try unsafe Read.text(c.pointee.failure, "mandate.server.v1.OutboxFill.failure")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__OutboxFill>, in arena: Arena) {
        unsafe c.pointee.events = self.events
        unsafe c.pointee.events_max = self.eventsMax
        unsafe c.pointee.change_room = self.changeRoom
        if let value = self.oldestTime {
            unsafe c.pointee.oldest_time = arena.message(value)
        }
        unsafe c.pointee.failure = arena.text(self.failure)
    }
}
