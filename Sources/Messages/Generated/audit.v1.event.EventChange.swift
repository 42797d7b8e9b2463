// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// One field before and after.
package struct EventChange: Message {
    /// The field's name in its message.
    package var path: String = ""
    /// Empty: there was nothing.
    package var before: String = ""
    /// Empty: there is nothing.
    package var after: String = ""

    package init() {}

    package init(
        path: String = "",
        before: String = "",
        after: String = ""
    ) {
        self.path = path
        self.before = before
        self.after = after
    }

    package static var name: String { "mandate.audit.v1.EventChange" }

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

extension EventChange: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventChange>) {
        unsafe mandate__audit__v1__event_change__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventChange>) throws(MessageError) {
        self.path = try unsafe Read.text(c.pointee.path, "mandate.audit.v1.EventChange.path")
        self.before = try unsafe Read.text(c.pointee.before, "mandate.audit.v1.EventChange.before")
        self.after = try unsafe Read.text(c.pointee.after, "mandate.audit.v1.EventChange.after")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventChange>, in arena: Arena) {
        unsafe c.pointee.path = arena.text(self.path)
        unsafe c.pointee.before = arena.text(self.before)
        unsafe c.pointee.after = arena.text(self.after)
    }
}
