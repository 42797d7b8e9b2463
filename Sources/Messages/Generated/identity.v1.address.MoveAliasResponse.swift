// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

import CMessages

/// The two accounts.
package struct MoveAliasResponse: Message {
    /// As stored, with the alias.
    package var account: Account? = nil
    /// As stored, without; absent when nothing changed.
    package var previousAccount: Account? = nil
    /// True if it was an alias of the account before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log, of the account that has it now.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        previousAccount: Account? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.account = account
        self.previousAccount = previousAccount
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.MoveAliasResponse" }

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

extension MoveAliasResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__MoveAliasResponse>) {
        unsafe mandate__identity__v1__move_alias_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__MoveAliasResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.previousAccount = try unsafe Read.message(c.pointee.previous_account)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.MoveAliasResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.MoveAliasResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__MoveAliasResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        if let value = self.previousAccount {
            unsafe c.pointee.previous_account = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension MoveAliasResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
        if let value = self.previousAccount {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "previous_account")
        }
    }
}
