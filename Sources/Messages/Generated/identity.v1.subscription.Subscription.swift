// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// So many licences of a plan.
package struct Subscription: Message {
    /// sub_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The tenant that it is for; empty for none. Of one that is cancelled the tenant can be gone.
    package var tenantId: String = ""
    /// What its licences give: free, entry, pro, ultra or another name: at most 40 lower case letters, digits, - and _.
    package var plan: String = ""
    /// How many licences it has: 1 to 10,000,000.
    package var licenceCount: Int32 = 0
    /// How many of them accounts have.
    package var assignedCount: Int32 = 0
    /// Whether it gives anything.
    package var state: SubscriptionState = .unspecified
    /// When it was created.
    package var createTime: Timestamp? = nil
    /// When it was cancelled; absent unless it was.
    package var cancelTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. What happens to
    /// its licences leaves it as it is. Counts in UpdateSubscription.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        tenantId: String = "",
        plan: String = "",
        licenceCount: Int32 = 0,
        assignedCount: Int32 = 0,
        state: SubscriptionState = .unspecified,
        createTime: Timestamp? = nil,
        cancelTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.tenantId = tenantId
        self.plan = plan
        self.licenceCount = licenceCount
        self.assignedCount = assignedCount
        self.state = state
        self.createTime = createTime
        self.cancelTime = cancelTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Subscription" }

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

extension Subscription: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Subscription>) {
        unsafe mandate__identity__v1__subscription__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Subscription>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Subscription.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Subscription.organization_id")
        self.tenantId = try unsafe Read.text(c.pointee.tenant_id, "mandate.identity.v1.Subscription.tenant_id")
        self.plan = try unsafe Read.text(c.pointee.plan, "mandate.identity.v1.Subscription.plan")
        self.licenceCount = unsafe c.pointee.licence_count
        self.assignedCount = unsafe c.pointee.assigned_count
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.cancelTime = try unsafe Read.message(c.pointee.cancel_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Subscription.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Subscription>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.tenant_id = arena.text(self.tenantId)
        unsafe c.pointee.plan = arena.text(self.plan)
        unsafe c.pointee.licence_count = self.licenceCount
        unsafe c.pointee.assigned_count = self.assignedCount
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.cancelTime {
            unsafe c.pointee.cancel_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension Subscription {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.sub(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.tenantId.isEmpty {
            if !Patterns.ten(self.tenantId) {
                violations.add("tenant_id", .invalidField, "string.pattern: as in ^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.plan.isEmpty {
            if !Patterns.pattern4(self.plan) {
                violations.add("plan", .invalidField, "string.pattern: as in ^[a-z0-9][a-z0-9_-]{0,39}$")
            }
        }
        if self.licenceCount > 10000000 {
            violations.add("licence_count", .invalidField, "int32.lte: at most 10000000")
        }
        if self.licenceCount < 0 {
            violations.add("licence_count", .invalidField, "int32.gte: at least 0")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
