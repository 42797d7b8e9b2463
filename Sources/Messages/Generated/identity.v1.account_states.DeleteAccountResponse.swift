// Generated from mandate/identity/v1/account_states.proto by proto/generate. Do not edit.

import CMessages

/// The tombstone.
package struct DeleteAccountResponse: Message {
    /// As stored, in state DELETED.
    package var account: Account? = nil
    /// True if it was deleted before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// What to know about it.
    package var warnings: [AdministratorWarning] = []

    package init() {}

    package init(
        account: Account? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = "",
        warnings: [AdministratorWarning] = []
    ) {
        self.account = account
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
        self.warnings = warnings
    }

    package static var name: String { "mandate.identity.v1.DeleteAccountResponse" }

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

extension DeleteAccountResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteAccountResponse>) {
        unsafe mandate__identity__v1__delete_account_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteAccountResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.DeleteAccountResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.DeleteAccountResponse.consistency_token")
        self.warnings = unsafe Read.enums(c.pointee.n_warnings, UnsafeRawPointer(c.pointee.warnings))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteAccountResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.n_warnings = self.warnings.count
        unsafe c.pointee.warnings = arena.enums(self.warnings)
    }
}

extension DeleteAccountResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
