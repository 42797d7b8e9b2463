// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Where from.
package struct EventOrigin: Message {
    /// The caller's certificate URI.
    package var caller: String = ""
    /// identity, mailbox.
    package var service: String = ""
    /// W3C traceparent.
    package var traceparent: String = ""

    package init() {}

    package init(
        caller: String = "",
        service: String = "",
        traceparent: String = ""
    ) {
        self.caller = caller
        self.service = service
        self.traceparent = traceparent
    }

    package static var name: String { "mandate.audit.v1.EventOrigin" }

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

extension EventOrigin: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventOrigin>) {
        unsafe mandate__audit__v1__event_origin__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventOrigin>) throws(MessageError) {
        self.caller = try unsafe Read.text(c.pointee.caller, "mandate.audit.v1.EventOrigin.caller")
        self.service = try unsafe Read.text(c.pointee.service, "mandate.audit.v1.EventOrigin.service")
        self.traceparent = try unsafe Read.text(c.pointee.traceparent, "mandate.audit.v1.EventOrigin.traceparent")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventOrigin>, in arena: Arena) {
        unsafe c.pointee.caller = arena.text(self.caller)
        unsafe c.pointee.service = arena.text(self.service)
        unsafe c.pointee.traceparent = arena.text(self.traceparent)
    }
}
