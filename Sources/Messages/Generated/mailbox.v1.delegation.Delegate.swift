// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

import CMessages

/// One way to a mailbox.
package struct Delegate: Message {
    /// The delegation that gives it.
    package var delegation: Delegation? = nil
    /// The account, when groups were resolved or the grantee is one.
    package var accountId: String = ""
    /// From the granted group down to the group the account is in, the first 1,000; empty for a direct grant.
    package var throughGroupIds: [String] = []
    /// How many groups that are, with those beyond the ones named.
    package var throughGroupCount: Int32 = 0

    package init() {}

    package init(
        delegation: Delegation? = nil,
        accountId: String = "",
        throughGroupIds: [String] = [],
        throughGroupCount: Int32 = 0
    ) {
        self.delegation = delegation
        self.accountId = accountId
        self.throughGroupIds = throughGroupIds
        self.throughGroupCount = throughGroupCount
    }

    package static var name: String { "mandate.mailbox.v1.Delegate" }

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

extension Delegate: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Delegate>) {
        unsafe mandate__mailbox__v1__delegate__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Delegate>) throws(MessageError) {
        self.delegation = try unsafe Read.message(c.pointee.delegation)
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.Delegate.account_id")
        self.throughGroupIds = try unsafe Read.texts(c.pointee.n_through_group_ids, c.pointee.through_group_ids, "mandate.mailbox.v1.Delegate.through_group_ids")
        self.throughGroupCount = unsafe c.pointee.through_group_count
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Delegate>, in arena: Arena) {
        if let value = self.delegation {
            unsafe c.pointee.delegation = arena.message(value)
        }
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.n_through_group_ids = self.throughGroupIds.count
        unsafe c.pointee.through_group_ids = arena.texts(self.throughGroupIds)
        unsafe c.pointee.through_group_count = self.throughGroupCount
    }
}

extension Delegate {
    package func check(_ violations: inout Violations) {
        if let value = self.delegation {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "delegation")
        }
    }
}
