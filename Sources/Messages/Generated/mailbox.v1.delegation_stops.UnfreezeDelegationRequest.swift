// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// Unfreezes a delegation, by its id or by mailbox and grantee.
/// Whoever gives both means both: SELECTORS_DISAGREE unless they agree.
package struct UnfreezeDelegationRequest: Message {
    /// The delegation; else mailbox_id and grantee_id.
    package var delegationId: String = ""
    /// The mailbox.
    package var mailboxId: String = ""
    /// The grantee.
    package var granteeId: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the delegation as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        delegationId: String = "",
        mailboxId: String = "",
        granteeId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.delegationId = delegationId
        self.mailboxId = mailboxId
        self.granteeId = granteeId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.mailbox.v1.UnfreezeDelegationRequest" }

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

extension UnfreezeDelegationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnfreezeDelegationRequest>) {
        unsafe mandate__mailbox__v1__unfreeze_delegation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__UnfreezeDelegationRequest>) throws(MessageError) {
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.mailbox.v1.UnfreezeDelegationRequest.delegation_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.UnfreezeDelegationRequest.mailbox_id")
        self.granteeId = try unsafe Read.text(c.pointee.grantee_id, "mandate.mailbox.v1.UnfreezeDelegationRequest.grantee_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.UnfreezeDelegationRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.UnfreezeDelegationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.mailbox.v1.UnfreezeDelegationRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__UnfreezeDelegationRequest>, in arena: Arena) {
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.grantee_id = arena.text(self.granteeId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension UnfreezeDelegationRequest {
    package func check(_ violations: inout Violations) {
        if !self.delegationId.isEmpty {
            if !Patterns.dlg(self.delegationId) {
                violations.add("delegation_id", .invalidField, "string.pattern: as in ^dlg_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.mailboxId.isEmpty {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.granteeId.isEmpty {
            if !Patterns.accOrGrp(self.granteeId) {
                violations.add("grantee_id", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
