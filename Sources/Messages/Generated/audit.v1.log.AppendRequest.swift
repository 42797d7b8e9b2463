// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// A batch.
package struct AppendRequest: Message {
    /// identity, mailbox or another configured source. It must be the caller's own.
    package var source: String = ""
    /// The source's epoch.
    package var epoch: String = ""
    /// The sequence of the first event; the rest follow densely.
    package var firstSequence: Int64 = 0
    /// Encoded Events, each at most 16 KiB. 1 to 512.
    package var events: [[UInt8]] = []

    package init() {}

    package init(
        source: String = "",
        epoch: String = "",
        firstSequence: Int64 = 0,
        events: [[UInt8]] = []
    ) {
        self.source = source
        self.epoch = epoch
        self.firstSequence = firstSequence
        self.events = events
    }

    package static var name: String { "mandate.audit.v1.AppendRequest" }

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

extension AppendRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendRequest>) {
        unsafe mandate__audit__v1__append_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendRequest>) throws(MessageError) {
        self.source = try unsafe Read.text(c.pointee.source, "mandate.audit.v1.AppendRequest.source")
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.audit.v1.AppendRequest.epoch")
        self.firstSequence = unsafe c.pointee.first_sequence
        self.events = unsafe Read.byteStrings(c.pointee.n_events, c.pointee.events)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendRequest>, in arena: Arena) {
        unsafe c.pointee.source = arena.text(self.source)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.first_sequence = self.firstSequence
        unsafe c.pointee.n_events = self.events.count
        unsafe c.pointee.events = arena.byteStrings(self.events)
    }
}
