// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

import CMessages

/// Asks for units.
package struct ListUnitsRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// Only those directly under this unit. A role for that unit, or one above it, is enough to list them.
    package var parentId: String = ""
    /// Only those at the top.
    package var top: Bool = false
    /// At most this many; 0 means 100, more than 1000 means 1000. A page can be shorter: it ends at 1 MiB too.
    package var pageSize: Int32 = 0
    /// From the page before.
    package var pageToken: String = ""
    /// Only units with one of these ids, names or external ids; all when nothing is named. Each is looked up exactly, byte by
    /// byte, and found or not, in no order. At most 1000 in all.
    package var unitIds: [String] = []
    /// Only units with one of these names, wherever they are.
    package var displayNames: [String] = []
    /// Only units with one of these external ids.
    package var externalIds: [String] = []

    package init() {}

    package init(
        organizationId: String = "",
        parentId: String = "",
        top: Bool = false,
        pageSize: Int32 = 0,
        pageToken: String = "",
        unitIds: [String] = [],
        displayNames: [String] = [],
        externalIds: [String] = []
    ) {
        self.organizationId = organizationId
        self.parentId = parentId
        self.top = top
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.unitIds = unitIds
        self.displayNames = displayNames
        self.externalIds = externalIds
    }

    package static var name: String { "mandate.identity.v1.ListUnitsRequest" }

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

extension ListUnitsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListUnitsRequest>) {
        unsafe mandate__identity__v1__list_units_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListUnitsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.ListUnitsRequest.organization_id")
        self.parentId = try unsafe Read.text(c.pointee.parent_id, "mandate.identity.v1.ListUnitsRequest.parent_id")
        self.top = unsafe c.pointee.top != 0
        self.pageSize = unsafe c.pointee.page_size
        self.pageToken = try unsafe Read.text(c.pointee.page_token, "mandate.identity.v1.ListUnitsRequest.page_token")
        self.unitIds = try unsafe Read.texts(c.pointee.n_unit_ids, c.pointee.unit_ids, "mandate.identity.v1.ListUnitsRequest.unit_ids")
        self.displayNames = try unsafe Read.texts(c.pointee.n_display_names, c.pointee.display_names, "mandate.identity.v1.ListUnitsRequest.display_names")
        self.externalIds = try unsafe Read.texts(c.pointee.n_external_ids, c.pointee.external_ids, "mandate.identity.v1.ListUnitsRequest.external_ids")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListUnitsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.parent_id = arena.text(self.parentId)
        unsafe c.pointee.top = self.top ? 1 : 0
        unsafe c.pointee.page_size = self.pageSize
        unsafe c.pointee.page_token = arena.text(self.pageToken)
        unsafe c.pointee.n_unit_ids = self.unitIds.count
        unsafe c.pointee.unit_ids = arena.texts(self.unitIds)
        unsafe c.pointee.n_display_names = self.displayNames.count
        unsafe c.pointee.display_names = arena.texts(self.displayNames)
        unsafe c.pointee.n_external_ids = self.externalIds.count
        unsafe c.pointee.external_ids = arena.texts(self.externalIds)
    }
}

extension ListUnitsRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.parentId.isEmpty {
            if !Patterns.unt(self.parentId) {
                violations.add("parent_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.pageSize < 0 {
            violations.add("page_size", .invalidField, "int32.gte: at least 0")
        }
        if self.pageToken.utf8.count > 500 {
            violations.add("page_token", .tooLong, "string.max_bytes: at most 500 bytes")
        }
        if self.unitIds.count > 1000 {
            violations.add("unit_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        for index in self.unitIds.indices where !violations.isFull {
            let start = violations.count
            let value = self.unitIds[index]
            if !Patterns.unt(value) {
                violations.add("", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
            violations.place(from: start, in: "unit_ids", index)
        }
        if self.displayNames.count > 1000 {
            violations.add("display_names", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        if self.externalIds.count > 1000 {
            violations.add("external_ids", .tooLong, "repeated.max_items: at most 1000 elements")
        }
    }
}
