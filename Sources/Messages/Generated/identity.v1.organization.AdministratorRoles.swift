// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// What an administrator counts as.
package struct AdministratorRoles: Message {
    /// Who.
    package var accountId: String = ""
    /// In the whole organization and in units, each once, in order.
    package var roleIds: [String] = []

    package init() {}

    package init(
        accountId: String = "",
        roleIds: [String] = []
    ) {
        self.accountId = accountId
        self.roleIds = roleIds
    }

    package static var name: String { "mandate.identity.v1.AdministratorRoles" }

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

extension AdministratorRoles: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AdministratorRoles>) {
        unsafe mandate__identity__v1__administrator_roles__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AdministratorRoles>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.AdministratorRoles.account_id")
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.identity.v1.AdministratorRoles.role_ids")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AdministratorRoles>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
    }
}
