// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// One for whom something was done.
package struct EventBehalf: Message {
    /// The account.
    package var accountId: String = ""
    /// The delegation by which; empty for none.
    package var delegationId: String = ""
    /// By break-glass.
    package var breakGlass: Bool = false

    package init() {}

    package init(
        accountId: String = "",
        delegationId: String = "",
        breakGlass: Bool = false
    ) {
        self.accountId = accountId
        self.delegationId = delegationId
        self.breakGlass = breakGlass
    }

    package static var name: String { "mandate.audit.v1.EventBehalf" }

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

extension EventBehalf: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventBehalf>) {
        unsafe mandate__audit__v1__event_behalf__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventBehalf>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.audit.v1.EventBehalf.account_id")
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.audit.v1.EventBehalf.delegation_id")
        self.breakGlass = unsafe c.pointee.break_glass != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventBehalf>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.break_glass = self.breakGlass ? 1 : 0
    }
}
