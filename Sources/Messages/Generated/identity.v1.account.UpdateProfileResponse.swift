// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// The changed profile.
package struct UpdateProfileResponse: Message {
    /// As stored.
    package var account: Account? = nil
    /// For reading what was written.
    package var consistencyToken: String = ""
    /// True if there was nothing to do: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""

    package init() {}

    package init(
        account: Account? = nil,
        consistencyToken: String = "",
        unchanged: Bool = false,
        eventId: String = ""
    ) {
        self.account = account
        self.consistencyToken = consistencyToken
        self.unchanged = unchanged
        self.eventId = eventId
    }

    package static var name: String { "mandate.identity.v1.UpdateProfileResponse" }

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

extension UpdateProfileResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateProfileResponse>) {
        unsafe mandate__identity__v1__update_profile_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateProfileResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdateProfileResponse.consistency_token")
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdateProfileResponse.event_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateProfileResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
    }
}

extension UpdateProfileResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
