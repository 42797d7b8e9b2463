// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// A tenant of the installation.
package struct Organization: Message {
    /// org_ and a UUIDv7 in base32.
    package var id: String = ""
    /// For people. 1 to 200 characters.
    package var displayName: String = ""
    /// The policies it started with.
    package var preset: OrganizationPreset = .unspecified
    /// The account that owns it.
    package var ownerId: String = ""
    /// False: every administrator counts as Full admin (rule A8).
    package var rolesEnabled: Bool = false
    /// A directory's own key, unique in the installation when not empty.
    package var externalId: String = ""
    /// When it was created.
    package var createTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Counts in
    /// UpdateOrganization.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        displayName: String = "",
        preset: OrganizationPreset = .unspecified,
        ownerId: String = "",
        rolesEnabled: Bool = false,
        externalId: String = "",
        createTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.displayName = displayName
        self.preset = preset
        self.ownerId = ownerId
        self.rolesEnabled = rolesEnabled
        self.externalId = externalId
        self.createTime = createTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Organization" }

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

extension Organization: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Organization>) {
        unsafe mandate__identity__v1__organization__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Organization>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Organization.id")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.Organization.display_name")
        self.preset = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.preset.rawValue))
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.identity.v1.Organization.owner_id")
        self.rolesEnabled = unsafe c.pointee.roles_enabled != 0
        self.externalId = try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.Organization.external_id")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Organization.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Organization>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.preset = .init(rawValue: .init(truncatingIfNeeded: self.preset.rawValue))
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        unsafe c.pointee.roles_enabled = self.rolesEnabled ? 1 : 0
        unsafe c.pointee.external_id = arena.text(self.externalId)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension Organization {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.org(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if case .unrecognized = self.preset {
            violations.add("preset", .invalidField, "enum.defined_only: a value of OrganizationPreset")
        }
        if self.externalId.hasMoreScalars(than: 200) {
            violations.add("external_id", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
