// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// The batch is durable.
package struct AppendEventsResponse: Message {
    /// The next sequence that the log expects from this source and epoch.
    package var nextSequence: Int64 = 0
    /// Where each tree that the batch concerns stands now.
    package var heads: [TreeHead] = []

    package init() {}

    package init(
        nextSequence: Int64 = 0,
        heads: [TreeHead] = []
    ) {
        self.nextSequence = nextSequence
        self.heads = heads
    }

    package static var name: String { "mandate.audit.v1.AppendEventsResponse" }

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

extension AppendEventsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsResponse>) {
        unsafe mandate__audit__v1__append_events_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendEventsResponse>) throws(MessageError) {
        self.nextSequence = unsafe c.pointee.next_sequence
        self.heads = try unsafe Read.messages(c.pointee.n_heads, c.pointee.heads)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsResponse>, in arena: Arena) {
        unsafe c.pointee.next_sequence = self.nextSequence
        unsafe c.pointee.n_heads = self.heads.count
        unsafe c.pointee.heads = arena.messages(self.heads)
    }
}
