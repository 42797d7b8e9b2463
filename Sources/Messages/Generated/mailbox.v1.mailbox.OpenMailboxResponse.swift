// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// Whether it is open.
package struct OpenMailboxResponse: Message {
    /// The decision, as Check gives it: about the mailbox as a whole, or about the first folder that can be opened.
    package var decision: CheckResponse? = nil
    /// What the account can do in it; only where it may open it.
    package var access: AccessibleMailbox? = nil
    /// The event's id in the log. Empty for a denial: many may be one event.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        decision: CheckResponse? = nil,
        access: AccessibleMailbox? = nil,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.decision = decision
        self.access = access
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.mailbox.v1.OpenMailboxResponse" }

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

extension OpenMailboxResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__OpenMailboxResponse>) {
        unsafe mandate__mailbox__v1__open_mailbox_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__OpenMailboxResponse>) throws(MessageError) {
        self.decision = try unsafe Read.message(c.pointee.decision)
        self.access = try unsafe Read.message(c.pointee.access)
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.mailbox.v1.OpenMailboxResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.mailbox.v1.OpenMailboxResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__OpenMailboxResponse>, in arena: Arena) {
        if let value = self.decision {
            unsafe c.pointee.decision = arena.message(value)
        }
        if let value = self.access {
            unsafe c.pointee.access = arena.message(value)
        }
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension OpenMailboxResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.access {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "access")
        }
    }
}
