// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// An administrator role: a level for each scope.
package struct Role: Message {
    /// rol_full_admin, rol_policy_admin, rol_support or rol_auditor, the same everywhere and for ever; of another role rol_ and
    /// a UUIDv7 in base32.
    package var id: String = ""
    /// Whose it is. Empty: built in, of every organization.
    package var organizationId: String = ""
    /// The name, for people.
    package var displayName: String = ""
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        displayName: String = "",
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.displayName = displayName
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Role" }

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

extension Role: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Role>) {
        unsafe mandate__identity__v1__role__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Role>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Role.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Role.organization_id")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.Role.display_name")
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Role.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Role>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
