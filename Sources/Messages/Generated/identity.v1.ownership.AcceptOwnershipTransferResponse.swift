// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// The organization with its new owner.
package struct AcceptOwnershipTransferResponse: Message {
    /// As stored, in state ACCEPTED.
    package var ownershipTransfer: OwnershipTransfer? = nil
    /// As stored.
    package var organization: Organization? = nil
    /// The new owner.
    package var account: Account? = nil
    /// True if it was accepted before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        ownershipTransfer: OwnershipTransfer? = nil,
        organization: Organization? = nil,
        account: Account? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.ownershipTransfer = ownershipTransfer
        self.organization = organization
        self.account = account
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AcceptOwnershipTransferResponse" }

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

extension AcceptOwnershipTransferResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnershipTransferResponse>) {
        unsafe mandate__identity__v1__accept_ownership_transfer_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AcceptOwnershipTransferResponse>) throws(MessageError) {
        self.ownershipTransfer = try unsafe Read.message(c.pointee.ownership_transfer)
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.account = try unsafe Read.message(c.pointee.account)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AcceptOwnershipTransferResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AcceptOwnershipTransferResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AcceptOwnershipTransferResponse>, in arena: Arena) {
        if let value = self.ownershipTransfer {
            unsafe c.pointee.ownership_transfer = arena.message(value)
        }
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension AcceptOwnershipTransferResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.ownershipTransfer {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "ownership_transfer")
        }
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
    }
}
