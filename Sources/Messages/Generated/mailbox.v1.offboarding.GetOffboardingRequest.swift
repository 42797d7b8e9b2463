// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

import CMessages

/// Asks for an offboarding.
package struct GetOffboardingRequest: Message {
    /// The offboarding.
    package var offboardingId: String = ""

    package init() {}

    package init(
        offboardingId: String = ""
    ) {
        self.offboardingId = offboardingId
    }

    package static var name: String { "mandate.mailbox.v1.GetOffboardingRequest" }

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

extension GetOffboardingRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetOffboardingRequest>) {
        unsafe mandate__mailbox__v1__get_offboarding_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetOffboardingRequest>) throws(MessageError) {
        self.offboardingId = try unsafe Read.text(c.pointee.offboarding_id, "mandate.mailbox.v1.GetOffboardingRequest.offboarding_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetOffboardingRequest>, in arena: Arena) {
        unsafe c.pointee.offboarding_id = arena.text(self.offboardingId)
    }
}

extension GetOffboardingRequest {
    package func check(_ violations: inout Violations) {
        if self.offboardingId.isEmpty {
            violations.addMissing("offboarding_id")
        } else {
            if !Patterns.off(self.offboardingId) {
                violations.add("offboarding_id", .invalidField, "string.pattern: as in ^off_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
