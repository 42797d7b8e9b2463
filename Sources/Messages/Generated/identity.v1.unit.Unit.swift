// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// An organizational unit.
package struct Unit: Message {
    /// unt_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The unit that it is directly under. Empty: it is at the top. At most 20 units stand one under the other.
    package var parentId: String = ""
    /// The name, for people: 1 to 200 characters, unique among those that are directly under the same unit.
    package var displayName: String = ""
    /// A directory's own key, unique in the organization when not empty.
    package var externalId: String = ""
    /// The domain that addresses of its accounts are usually of. Given in its own script or as A-labels (IDNA 2008), stored and
    /// shown as A-labels in lower case. Empty: none.
    package var defaultDomain: String = ""
    /// When it was created.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        parentId: String = "",
        displayName: String = "",
        externalId: String = "",
        defaultDomain: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.parentId = parentId
        self.displayName = displayName
        self.externalId = externalId
        self.defaultDomain = defaultDomain
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Unit" }

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

extension Unit: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Unit>) {
        unsafe mandate__identity__v1__unit__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Unit>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Unit.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Unit.organization_id")
        self.parentId = try unsafe Read.text(c.pointee.parent_id, "mandate.identity.v1.Unit.parent_id")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.Unit.display_name")
        self.externalId = try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.Unit.external_id")
        self.defaultDomain = try unsafe Read.text(c.pointee.default_domain, "mandate.identity.v1.Unit.default_domain")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Unit.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Unit>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.parent_id = arena.text(self.parentId)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.external_id = arena.text(self.externalId)
        unsafe c.pointee.default_domain = arena.text(self.defaultDomain)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension Unit {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.unt(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.parentId.isEmpty {
            if !Patterns.unt(self.parentId) {
                violations.add("parent_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.externalId.hasMoreScalars(than: 200) {
            violations.add("external_id", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.defaultDomain.utf8.count > 253 {
            violations.add("default_domain", .tooLong, "string.max_bytes: at most 253 bytes")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
