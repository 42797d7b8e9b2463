// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// A page of registered mailboxes.
package struct ListRegisteredMailboxesResponse: Message {
    /// By id.
    package var mailboxes: [Mailbox] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        mailboxes: [Mailbox] = [],
        nextPageToken: String = ""
    ) {
        self.mailboxes = mailboxes
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListRegisteredMailboxesResponse" }

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

extension ListRegisteredMailboxesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesResponse>) {
        unsafe mandate__mailbox__v1__list_registered_mailboxes_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesResponse>) throws(MessageError) {
        self.mailboxes = try unsafe Read.messages(c.pointee.n_mailboxes, c.pointee.mailboxes)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.mailbox.v1.ListRegisteredMailboxesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListRegisteredMailboxesResponse>, in arena: Arena) {
        unsafe c.pointee.n_mailboxes = self.mailboxes.count
        unsafe c.pointee.mailboxes = arena.messages(self.mailboxes)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListRegisteredMailboxesResponse {
    package func check(_ violations: inout Violations) {
        for index in self.mailboxes.indices where !violations.isFull {
            let start = violations.count
            self.mailboxes[index].check(&violations)
            violations.place(from: start, in: "mailboxes", index)
        }
    }
}
