// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// An offer of ownership, under policy transfer_needs_acceptance.
package struct OwnershipTransfer: Message {
    /// otr_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Who owns it, and offers it.
    package var ownerId: String = ""
    /// To whom.
    package var accountId: String = ""
    /// Where it stands.
    package var state: OwnershipTransferState = .unspecified
    /// When it was made.
    package var createTime: Timestamp? = nil
    /// When it can no longer be accepted: policy invitation_lifetime behind create_time.
    package var expireTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        ownerId: String = "",
        accountId: String = "",
        state: OwnershipTransferState = .unspecified,
        createTime: Timestamp? = nil,
        expireTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.ownerId = ownerId
        self.accountId = accountId
        self.state = state
        self.createTime = createTime
        self.expireTime = expireTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.OwnershipTransfer" }

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

extension OwnershipTransfer: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__OwnershipTransfer>) {
        unsafe mandate__identity__v1__ownership_transfer__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__OwnershipTransfer>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.OwnershipTransfer.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.OwnershipTransfer.organization_id")
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.identity.v1.OwnershipTransfer.owner_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.OwnershipTransfer.account_id")
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.OwnershipTransfer.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__OwnershipTransfer>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension OwnershipTransfer {
    package func check(_ violations: inout Violations) {
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
