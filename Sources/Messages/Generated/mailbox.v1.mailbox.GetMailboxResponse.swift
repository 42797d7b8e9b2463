// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// One mailbox.
package struct GetMailboxResponse: Message {
    /// As it stands.
    package var mailbox: Mailbox? = nil
    /// What the account can do in it, and how; not set where that is nothing.
    package var access: AccessibleMailbox? = nil

    package init() {}

    package init(
        mailbox: Mailbox? = nil,
        access: AccessibleMailbox? = nil
    ) {
        self.mailbox = mailbox
        self.access = access
    }

    package static var name: String { "mandate.mailbox.v1.GetMailboxResponse" }

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

extension GetMailboxResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxResponse>) {
        unsafe mandate__mailbox__v1__get_mailbox_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetMailboxResponse>) throws(MessageError) {
        self.mailbox = try unsafe Read.message(c.pointee.mailbox)
        self.access = try unsafe Read.message(c.pointee.access)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetMailboxResponse>, in arena: Arena) {
        if let value = self.mailbox {
            unsafe c.pointee.mailbox = arena.message(value)
        }
        if let value = self.access {
            unsafe c.pointee.access = arena.message(value)
        }
    }
}

extension GetMailboxResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.mailbox {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox")
        }
        if let value = self.access {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "access")
        }
    }
}
