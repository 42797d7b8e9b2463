// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

import CMessages

/// An offboarding.
package struct GetOffboardingResponse: Message {
    /// As it stands.
    package var offboarding: Offboarding? = nil

    package init() {}

    package init(
        offboarding: Offboarding? = nil
    ) {
        self.offboarding = offboarding
    }

    package static var name: String { "mandate.mailbox.v1.GetOffboardingResponse" }

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

extension GetOffboardingResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetOffboardingResponse>) {
        unsafe mandate__mailbox__v1__get_offboarding_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetOffboardingResponse>) throws(MessageError) {
        self.offboarding = try unsafe Read.message(c.pointee.offboarding)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetOffboardingResponse>, in arena: Arena) {
        if let value = self.offboarding {
            unsafe c.pointee.offboarding = arena.message(value)
        }
    }
}
