// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// What an organization is made of.
package struct GetOrganizationSummaryResponse: Message {
    /// As stored.
    package var organization: Organization? = nil
    /// The account that owns it.
    package var owner: Account? = nil
    /// Its administrators besides the owner, with their roles, by id; the first 100 of them. Deleted ones are none.
    package var administrators: [Account] = []
    /// How many there are besides the owner.
    package var administratorCount: Int32 = 0
    /// How many accounts of each type and state there are; no row for none.
    package var accounts: [AccountCount] = []
    /// How many groups there are.
    package var groupCount: Int32 = 0
    /// How many active Full admins there are (rule C7).
    package var fullAdminCount: Int32 = 0
    /// What deserves a look.
    package var warnings: [OrganizationWarning] = []

    package init() {}

    package init(
        organization: Organization? = nil,
        owner: Account? = nil,
        administrators: [Account] = [],
        administratorCount: Int32 = 0,
        accounts: [AccountCount] = [],
        groupCount: Int32 = 0,
        fullAdminCount: Int32 = 0,
        warnings: [OrganizationWarning] = []
    ) {
        self.organization = organization
        self.owner = owner
        self.administrators = administrators
        self.administratorCount = administratorCount
        self.accounts = accounts
        self.groupCount = groupCount
        self.fullAdminCount = fullAdminCount
        self.warnings = warnings
    }

    package static var name: String { "mandate.identity.v1.GetOrganizationSummaryResponse" }

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

extension GetOrganizationSummaryResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOrganizationSummaryResponse>) {
        unsafe mandate__identity__v1__get_organization_summary_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOrganizationSummaryResponse>) throws(MessageError) {
        self.organization = try unsafe Read.message(c.pointee.organization)
        self.owner = try unsafe Read.message(c.pointee.owner)
        self.administrators = try unsafe Read.messages(c.pointee.n_administrators, c.pointee.administrators)
        self.administratorCount = unsafe c.pointee.administrator_count
        self.accounts = try unsafe Read.messages(c.pointee.n_accounts, c.pointee.accounts)
        self.groupCount = unsafe c.pointee.group_count
        self.fullAdminCount = unsafe c.pointee.full_admin_count
        self.warnings = unsafe Read.enums(c.pointee.n_warnings, UnsafeRawPointer(c.pointee.warnings))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOrganizationSummaryResponse>, in arena: Arena) {
        if let value = self.organization {
            unsafe c.pointee.organization = arena.message(value)
        }
        if let value = self.owner {
            unsafe c.pointee.owner = arena.message(value)
        }
        unsafe c.pointee.n_administrators = self.administrators.count
        unsafe c.pointee.administrators = arena.messages(self.administrators)
        unsafe c.pointee.administrator_count = self.administratorCount
        unsafe c.pointee.n_accounts = self.accounts.count
        unsafe c.pointee.accounts = arena.messages(self.accounts)
        unsafe c.pointee.group_count = self.groupCount
        unsafe c.pointee.full_admin_count = self.fullAdminCount
        unsafe c.pointee.n_warnings = self.warnings.count
        unsafe c.pointee.warnings = arena.enums(self.warnings)
    }
}

extension GetOrganizationSummaryResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.organization {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "organization")
        }
        if let value = self.owner {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "owner")
        }
        for index in self.administrators.indices where !violations.isFull {
            let start = violations.count
            self.administrators[index].check(&violations)
            violations.place(from: start, in: "administrators", index)
        }
    }
}
