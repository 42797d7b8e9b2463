// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

import CMessages

/// The offboarding.
package struct OffboardAccountResponse: Message {
    /// As it stands; with validate_only the counts are of what would be done.
    package var offboarding: Offboarding? = nil
    /// True if one for the account was under way already: nothing new was begun.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        offboarding: Offboarding? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.offboarding = offboarding
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.OffboardAccountResponse" }

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

extension OffboardAccountResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__OffboardAccountResponse>) {
        unsafe mandate__mailbox__v1__offboard_account_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__OffboardAccountResponse>) throws(MessageError) {
        self.offboarding = try unsafe Read.message(c.pointee.offboarding)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.OffboardAccountResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.OffboardAccountResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__OffboardAccountResponse>, in arena: Arena) {
        if let value = self.offboarding {
            unsafe c.pointee.offboarding = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}
