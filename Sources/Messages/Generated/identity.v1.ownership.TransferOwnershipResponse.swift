// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// What became of it.
package struct TransferOwnershipResponse: Message {
    /// As stored: with its new owner, or with the old one where it was only offered.
    package var organization: Organization? = nil
    /// The new owner, or who may become it.
    package var account: Account? = nil
    /// The offer, where it must be accepted.
    package var ownershipTransfer: OwnershipTransfer? = nil
    /// True if it is offered to that account already: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        organization: Organization? = nil,
        account: Account? = nil,
        ownershipTransfer: OwnershipTransfer? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.organization = organization
        self.account = account
        self.ownershipTransfer = ownershipTransfer
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.TransferOwnershipResponse" }

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

extension TransferOwnershipResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__TransferOwnershipResponse>) {
        unsafe mandate__identity__v1__transfer_ownership_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__TransferOwnershipResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.account = try unsafe Read.message(c.pointee.account)
        self.ownershipTransfer = try unsafe Read.message(c.pointee.ownership_transfer)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.TransferOwnershipResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.TransferOwnershipResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__TransferOwnershipResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        if let value = self.ownershipTransfer {
            unsafe c.pointee.ownership_transfer = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension TransferOwnershipResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
        if let value = self.ownershipTransfer {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "ownership_transfer")
        }
    }
}
