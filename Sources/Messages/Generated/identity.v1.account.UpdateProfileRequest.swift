// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// Changes a profile.
package struct UpdateProfileRequest: Message {
    /// id, and the fields that the mask names. An organization_id that is not the account's own is SELECTORS_DISAGREE.
    package var account: Account? = nil
    /// Of display_name, language, time_zone, displayed_sender and picture_url. What it names and the account does not say is
    /// empty then.
    package var updateMask: FieldMask? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        account: Account? = nil,
        updateMask: FieldMask? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.account = account
        self.updateMask = updateMask
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdateProfileRequest" }

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

extension UpdateProfileRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateProfileRequest>) {
        unsafe mandate__identity__v1__update_profile_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateProfileRequest>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdateProfileRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateProfileRequest>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateProfileRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        } else {
            violations.addMissing("account")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
