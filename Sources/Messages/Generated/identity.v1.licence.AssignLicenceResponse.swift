// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

import CMessages

/// The licence.
package struct AssignLicenceResponse: Message {
    /// As stored.
    package var licence: Licence? = nil
    /// True if the account had a licence of this subscription before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        licence: Licence? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.licence = licence
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.AssignLicenceResponse" }

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

extension AssignLicenceResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AssignLicenceResponse>) {
        unsafe mandate__identity__v1__assign_licence_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AssignLicenceResponse>) throws(MessageError) {
        self.licence = try unsafe Read.message(c.pointee.licence)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.AssignLicenceResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.AssignLicenceResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AssignLicenceResponse>, in arena: Arena) {
        if let value = self.licence {
            unsafe c.pointee.licence = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension AssignLicenceResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.licence {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "licence")
        }
    }
}
