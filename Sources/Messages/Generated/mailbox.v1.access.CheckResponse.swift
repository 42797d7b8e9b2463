// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// A decision.
package struct CheckResponse: Message {
    /// True: may.
    package var allowed: Bool = false
    /// Why.
    package var reason: DecisionReason = .unspecified
    /// The delegation that decided, if one did.
    package var delegationId: String = ""
    /// The position of mailbox's own changes that it was decided on, at least.
    package var revision: Int64 = 0
    /// Until when the answer can hold: the next begin or end of a grant that bears on it. Absent: until something changes.
    package var expireTime: Timestamp? = nil
    /// The position of identity's changes that it was decided on, at least.
    package var identityRevision: Int64 = 0
    /// Of an allowed question about send: whom recipients see (rule D14).
    package var displayedSender: SenderDisplay = .unspecified
    /// And the name that they see: the delegate's under SHOW_DELEGATE, which stands before "on behalf of" and the mailbox's;
    /// else the mailbox's.
    package var displayedName: String = ""

    package init() {}

    package init(
        allowed: Bool = false,
        reason: DecisionReason = .unspecified,
        delegationId: String = "",
        revision: Int64 = 0,
        expireTime: Timestamp? = nil,
        identityRevision: Int64 = 0,
        displayedSender: SenderDisplay = .unspecified,
        displayedName: String = ""
    ) {
        self.allowed = allowed
        self.reason = reason
        self.delegationId = delegationId
        self.revision = revision
        self.expireTime = expireTime
        self.identityRevision = identityRevision
        self.displayedSender = displayedSender
        self.displayedName = displayedName
    }

    package static var name: String { "mandate.mailbox.v1.CheckResponse" }

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

extension CheckResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckResponse>) {
        unsafe mandate__mailbox__v1__check_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__CheckResponse>) throws(MessageError) {
        self.allowed = unsafe c.pointee.allowed != 0
        self.reason = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.reason.rawValue))
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.mailbox.v1.CheckResponse.delegation_id")
        self.revision = unsafe c.pointee.revision
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
        self.identityRevision = unsafe c.pointee.identity_revision
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.displayedName = try unsafe Read.text(c.pointee.displayed_name, "mandate.mailbox.v1.CheckResponse.displayed_name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__CheckResponse>, in arena: Arena) {
        unsafe c.pointee.allowed = self.allowed ? 1 : 0
        unsafe c.pointee.reason = .init(rawValue: .init(truncatingIfNeeded: self.reason.rawValue))
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.revision = self.revision
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
        unsafe c.pointee.identity_revision = self.identityRevision
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.displayed_name = arena.text(self.displayedName)
    }
}
