// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// A demand, and what was there of it (rule C15).
package struct EventDemand: Message {
    /// The row of the role matrix.
    package var scope: String = ""
    /// The level needed.
    package var needed: AccessLevel = .unspecified
    /// The level held; UNSPECIFIED for none.
    package var held: AccessLevel = .unspecified

    package init() {}

    package init(
        scope: String = "",
        needed: AccessLevel = .unspecified,
        held: AccessLevel = .unspecified
    ) {
        self.scope = scope
        self.needed = needed
        self.held = held
    }

    package static var name: String { "mandate.audit.v1.EventDemand" }

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

extension EventDemand: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventDemand>) {
        unsafe mandate__audit__v1__event_demand__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventDemand>) throws(MessageError) {
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.audit.v1.EventDemand.scope")
        self.needed = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.needed.rawValue))
        self.held = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.held.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventDemand>, in arena: Arena) {
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.needed = .init(rawValue: .init(truncatingIfNeeded: self.needed.rawValue))
        unsafe c.pointee.held = .init(rawValue: .init(truncatingIfNeeded: self.held.rawValue))
    }
}
