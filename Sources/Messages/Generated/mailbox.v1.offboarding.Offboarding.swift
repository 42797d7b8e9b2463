// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

import CMessages

/// An offboarding and its report.
package struct Offboarding: Message {
    /// off_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// Who leaves.
    package var accountId: String = ""
    /// Who has its delegations then. Empty: they are revoked.
    package var delegationsToId: String = ""
    /// Who has its registered mailboxes then. Empty: it has none.
    package var mailboxesToId: String = ""
    /// Who began it.
    package var startedBy: String = ""
    /// Where it stands.
    package var state: OffboardingState = .unspecified
    /// Delegations revoked so far, also those that its successor had already.
    package var delegationsRevoked: Int32 = 0
    /// Delegations moved so far.
    package var delegationsMoved: Int32 = 0
    /// Delegations that could not be moved and were revoked, for one of the rules of a grant.
    package var delegationsRefused: Int32 = 0
    /// Registered mailboxes given to another so far.
    package var mailboxesTransferred: Int32 = 0
    /// When it began.
    package var createTime: Timestamp? = nil
    /// When it was done.
    package var endTime: Timestamp? = nil
    /// Rises with every slice.
    package var revision: Int64 = 0
    /// Of the state shown.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountId: String = "",
        delegationsToId: String = "",
        mailboxesToId: String = "",
        startedBy: String = "",
        state: OffboardingState = .unspecified,
        delegationsRevoked: Int32 = 0,
        delegationsMoved: Int32 = 0,
        delegationsRefused: Int32 = 0,
        mailboxesTransferred: Int32 = 0,
        createTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountId = accountId
        self.delegationsToId = delegationsToId
        self.mailboxesToId = mailboxesToId
        self.startedBy = startedBy
        self.state = state
        self.delegationsRevoked = delegationsRevoked
        self.delegationsMoved = delegationsMoved
        self.delegationsRefused = delegationsRefused
        self.mailboxesTransferred = mailboxesTransferred
        self.createTime = createTime
        self.endTime = endTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.Offboarding" }

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

extension Offboarding: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__Offboarding>) {
        unsafe mandate__mailbox__v1__offboarding__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__Offboarding>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.mailbox.v1.Offboarding.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.mailbox.v1.Offboarding.organization_id")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.mailbox.v1.Offboarding.account_id")
        self.delegationsToId = try unsafe Read.text(c.pointee.delegations_to_id, "mandate.mailbox.v1.Offboarding.delegations_to_id")
        self.mailboxesToId = try unsafe Read.text(c.pointee.mailboxes_to_id, "mandate.mailbox.v1.Offboarding.mailboxes_to_id")
        self.startedBy = try unsafe Read.text(c.pointee.started_by, "mandate.mailbox.v1.Offboarding.started_by")
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.delegationsRevoked = unsafe c.pointee.delegations_revoked
        self.delegationsMoved = unsafe c.pointee.delegations_moved
        self.delegationsRefused = unsafe c.pointee.delegations_refused
        self.mailboxesTransferred = unsafe c.pointee.mailboxes_transferred
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.endTime = try unsafe Read.message(c.pointee.end_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.Offboarding.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__Offboarding>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.delegations_to_id = arena.text(self.delegationsToId)
        unsafe c.pointee.mailboxes_to_id = arena.text(self.mailboxesToId)
        unsafe c.pointee.started_by = arena.text(self.startedBy)
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.delegations_revoked = self.delegationsRevoked
        unsafe c.pointee.delegations_moved = self.delegationsMoved
        unsafe c.pointee.delegations_refused = self.delegationsRefused
        unsafe c.pointee.mailboxes_transferred = self.mailboxesTransferred
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.endTime {
            unsafe c.pointee.end_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
