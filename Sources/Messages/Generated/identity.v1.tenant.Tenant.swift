// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

import CMessages

/// Something that the organization has elsewhere, as a tenant of Microsoft 365, and holds subscriptions for.
package struct Tenant: Message {
    /// ten_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The name, for people: 1 to 200 characters, unique in the organization.
    package var displayName: String = ""
    /// What it is called where it is, as the tenant id of Microsoft 365; unique in the organization when not empty.
    package var externalId: String = ""
    /// When it was created.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Counts in
    /// UpdateTenant.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        displayName: String = "",
        externalId: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.displayName = displayName
        self.externalId = externalId
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Tenant" }

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

extension Tenant: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Tenant>) {
        unsafe mandate__identity__v1__tenant__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Tenant>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Tenant.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Tenant.organization_id")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.Tenant.display_name")
        self.externalId = try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.Tenant.external_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Tenant.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Tenant>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.external_id = arena.text(self.externalId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension Tenant {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.ten(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.externalId.hasMoreScalars(than: 200) {
            violations.add("external_id", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
