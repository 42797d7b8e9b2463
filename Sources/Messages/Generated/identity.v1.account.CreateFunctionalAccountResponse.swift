// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// The functional account.
package struct CreateFunctionalAccountResponse: Message {
    /// As stored, in state ACTIVE.
    package var account: Account? = nil
    /// Its mailbox: mbx_ and the account's own base32.
    package var mailboxId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        mailboxId: String = "",
        consistencyToken: String = "",
        eventId: String = ""
    ) {
        self.account = account
        self.mailboxId = mailboxId
        self.consistencyToken = consistencyToken
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.CreateFunctionalAccountResponse" }

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

extension CreateFunctionalAccountResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateFunctionalAccountResponse>) {
        unsafe mandate__identity__v1__create_functional_account_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateFunctionalAccountResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.identity.v1.CreateFunctionalAccountResponse.mailbox_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.CreateFunctionalAccountResponse.consistency_token")
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.CreateFunctionalAccountResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateFunctionalAccountResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension CreateFunctionalAccountResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
