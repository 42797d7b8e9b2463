// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

import CMessages

/// That an account is asked to join, or to administer, an organization. At most one waits for an account. One that is over
/// stays, as it ended.
package struct Invitation: Message {
    /// inv_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Who is invited. An address that nobody had has an account in state INVITED from the beginning.
    package var accountId: String = ""
    /// Of that account, its primary one now.
    package var address: String = ""
    /// The administrator roles that it will hold in the whole organization, by their ids. None: it will be a user.
    package var roleIds: [String] = []
    /// Where it stands.
    package var state: InvitationState = .unspecified
    /// It made the account: who declines it, or lets it end, leaves none.
    package var newAccount: Bool = false
    /// The account that invited.
    package var inviterId: String = ""
    /// When it was made.
    package var createTime: Timestamp? = nil
    /// Until when it can be accepted; sending it again moves that.
    package var expireTime: Timestamp? = nil
    /// When it was accepted, declined or withdrawn, or had ended; absent while it waits.
    package var endTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountId: String = "",
        address: String = "",
        roleIds: [String] = [],
        state: InvitationState = .unspecified,
        newAccount: Bool = false,
        inviterId: String = "",
        createTime: Timestamp? = nil,
        expireTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountId = accountId
        self.address = address
        self.roleIds = roleIds
        self.state = state
        self.newAccount = newAccount
        self.inviterId = inviterId
        self.createTime = createTime
        self.expireTime = expireTime
        self.endTime = endTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Invitation" }

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

extension Invitation: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Invitation>) {
        unsafe mandate__identity__v1__invitation__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Invitation>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Invitation.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Invitation.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.Invitation.account_id")
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.Invitation.address")
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.identity.v1.Invitation.role_ids")
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.newAccount = unsafe c.pointee.new_account != 0
        self.inviterId = try unsafe Read.text(c.pointee.inviter_id, "mandate.identity.v1.Invitation.inviter_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.endTime = try unsafe Read.message(c.pointee.end_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Invitation.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Invitation>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.new_account = self.newAccount ? 1 : 0
        unsafe c.pointee.inviter_id = arena.text(self.inviterId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        if let value = self.endTime {
            unsafe c.pointee.end_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
