// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

import CMessages

/// Revokes every delegation to an account or a group.
package struct RevokeGranteeDelegationsRequest: Message {
    /// The account or group.
    package var granteeId: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        granteeId: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.granteeId = granteeId
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.RevokeGranteeDelegationsRequest" }

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

extension RevokeGranteeDelegationsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsRequest>) {
        unsafe mandate__mailbox__v1__revoke_grantee_delegations_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsRequest>) throws(MessageError) {
        self.granteeId = try unsafe Read.text(c.pointee.grantee_id, "mandate.mailbox.v1.RevokeGranteeDelegationsRequest.grantee_id")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.RevokeGranteeDelegationsRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.RevokeGranteeDelegationsRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__RevokeGranteeDelegationsRequest>, in arena: Arena) {
        unsafe c.pointee.grantee_id = arena.text(self.granteeId)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension RevokeGranteeDelegationsRequest {
    package func check(_ violations: inout Violations) {
        if self.granteeId.isEmpty {
            violations.addMissing("grantee_id")
        } else {
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
    }
}
