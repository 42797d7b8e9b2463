// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// An event on its way into the log.
package struct AppendedEvent: Message {
    /// The encoded Event, at most 16 KiB. What is sent again is compared by it alone.
    package var leaf: [UInt8] = []
    /// The value of each of the event's commitments, once, and no other: at most 64, each at most 4096 bytes, all together at
    /// most 16 KiB.
    package var personal: [PersonalValue] = []

    package init() {}

    package init(
        leaf: [UInt8] = [],
        personal: [PersonalValue] = []
    ) {
        self.leaf = leaf
        self.personal = personal
    }

    package static var name: String { "mandate.audit.v1.AppendedEvent" }

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

extension AppendedEvent: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendedEvent>) {
        unsafe mandate__audit__v1__appended_event__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendedEvent>) throws(MessageError) {
        self.leaf = unsafe Read.bytes(c.pointee.leaf)
        self.personal = try unsafe Read.messages(c.pointee.n_personal, c.pointee.personal)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendedEvent>, in arena: Arena) {
        unsafe c.pointee.leaf = arena.bytes(self.leaf)
        unsafe c.pointee.n_personal = self.personal.count
        unsafe c.pointee.personal = arena.messages(self.personal)
    }
}
