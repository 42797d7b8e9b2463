// Generated from mandate/identity/v1/role_assignment.proto by proto/generate. Do not edit.

import CMessages

/// That an account holds a role: in the whole organization, or in one of its units. An account has any number of them, each
/// role at most once for each unit, and may what any of those that apply allows. An account with one is an administrator.
package struct RoleAssignment: Message {
    /// asg_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Who holds it: an account. Groups hold no roles (rule C9).
    package var accountId: String = ""
    /// The role.
    package var roleId: String = ""
    /// Where it counts: for what belongs to that organizational unit, or to one below it. Empty: in the whole organization.
    package var unitId: String = ""
    /// When it was assigned.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountId: String = "",
        roleId: String = "",
        unitId: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountId = accountId
        self.roleId = roleId
        self.unitId = unitId
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.RoleAssignment" }

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

extension RoleAssignment: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__RoleAssignment>) {
        unsafe mandate__identity__v1__role_assignment__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__RoleAssignment>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.RoleAssignment.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.RoleAssignment.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.RoleAssignment.account_id")
        self.roleId = try unsafe Read.text(c.pointee.role_id, "mandate.identity.v1.RoleAssignment.role_id")
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.RoleAssignment.unit_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.RoleAssignment.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__RoleAssignment>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.role_id = arena.text(self.roleId)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
