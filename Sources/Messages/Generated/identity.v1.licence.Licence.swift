// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

import CMessages

/// That an account has a licence of a subscription. It has it while it is suspended too.
package struct Licence: Message {
    /// lic_ and a UUIDv7 in base32. It stays when the licence is moved to another subscription.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Whose licence it is.
    package var subscriptionId: String = ""
    /// Who has it: a person's account.
    package var accountId: String = ""
    /// What it gives: the subscription's plan. Empty once that is cancelled. Only in answers.
    package var plan: String = ""
    /// Since when the account has one.
    package var createTime: Timestamp? = nil
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        subscriptionId: String = "",
        accountId: String = "",
        plan: String = "",
        createTime: Timestamp? = nil,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.subscriptionId = subscriptionId
        self.accountId = accountId
        self.plan = plan
        self.createTime = createTime
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Licence" }

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

extension Licence: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Licence>) {
        unsafe mandate__identity__v1__licence__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Licence>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Licence.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Licence.organization_id")
        self.subscriptionId = try unsafe Read.text(c.pointee.subscription_id, "mandate.identity.v1.Licence.subscription_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.Licence.account_id")
        self.plan = try unsafe Read.text(c.pointee.plan, "mandate.identity.v1.Licence.plan")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Licence.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Licence>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.subscription_id = arena.text(self.subscriptionId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.plan = arena.text(self.plan)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension Licence {
    package func check(_ violations: inout Violations) {
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
