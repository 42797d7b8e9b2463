// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// The transferred mailbox.
package struct TransferMailboxResponse: Message {
    /// As stored.
    package var mailbox: Mailbox? = nil
    /// True if it was so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        mailbox: Mailbox? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.mailbox = mailbox
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.TransferMailboxResponse" }

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

extension TransferMailboxResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__TransferMailboxResponse>) {
        unsafe mandate__mailbox__v1__transfer_mailbox_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__TransferMailboxResponse>) throws(MessageError) {
        self.mailbox = try unsafe Read.message(c.pointee.mailbox)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.TransferMailboxResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.TransferMailboxResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__TransferMailboxResponse>, in arena: Arena) {
        if let value = self.mailbox {
            unsafe c.pointee.mailbox = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension TransferMailboxResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.mailbox {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox")
        }
    }
}
