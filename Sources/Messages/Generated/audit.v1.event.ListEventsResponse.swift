// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// A page of events.
package struct ListEventsResponse: Message {
    /// By index.
    package var events: [RecordedEvent] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// The tree when the page was read.
    package var head: TreeHead? = nil

    package init() {}

    package init(
        events: [RecordedEvent] = [],
        nextPageToken: String = "",
        head: TreeHead? = nil
    ) {
        self.events = events
        self.nextPageToken = nextPageToken
        self.head = head
    }

    package static var name: String { "mandate.audit.v1.ListEventsResponse" }

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

extension ListEventsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ListEventsResponse>) {
        unsafe mandate__audit__v1__list_events_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ListEventsResponse>) throws(MessageError) {
        self.events = try unsafe Read.messages(c.pointee.n_events, c.pointee.events)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.audit.v1.ListEventsResponse.next_page_token")
        self.head = try unsafe Read.message(c.pointee.head)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ListEventsResponse>, in arena: Arena) {
        unsafe c.pointee.n_events = self.events.count
        unsafe c.pointee.events = arena.messages(self.events)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
        if let value = self.head {
            unsafe c.pointee.head = arena.message(value)
        }
    }
}
