// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Some events, and where to go on.
package struct WatchEventsResponse: Message {
    /// By index. The first response comes at once, and may have none.
    package var events: [RecordedEvent] = []
    /// Where a new watch goes on behind these.
    package var nextIndex: Int64 = 0
    /// The tree when they were read.
    package var head: TreeHead? = nil

    package init() {}

    package init(
        events: [RecordedEvent] = [],
        nextIndex: Int64 = 0,
        head: TreeHead? = nil
    ) {
        self.events = events
        self.nextIndex = nextIndex
        self.head = head
    }

    package static var name: String { "mandate.audit.v1.WatchEventsResponse" }

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

extension WatchEventsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsResponse>) {
        unsafe mandate__audit__v1__watch_events_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__WatchEventsResponse>) throws(MessageError) {
        self.events = try unsafe Read.messages(c.pointee.n_events, c.pointee.events)
        self.nextIndex = unsafe c.pointee.next_index
        self.head = try unsafe Read.message(c.pointee.head)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsResponse>, in arena: Arena) {
        unsafe c.pointee.n_events = self.events.count
        unsafe c.pointee.events = arena.messages(self.events)
        unsafe c.pointee.next_index = self.nextIndex
        if let value = self.head {
            unsafe c.pointee.head = arena.message(value)
        }
    }
}
