// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// A page of mailboxes.
package struct ListMailboxesResponse: Message {
    /// The own first, then by id.
    package var mailboxes: [AccessibleMailbox] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        mailboxes: [AccessibleMailbox] = [],
        nextPageToken: String = ""
    ) {
        self.mailboxes = mailboxes
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListMailboxesResponse" }

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

extension ListMailboxesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListMailboxesResponse>) {
        unsafe mandate__mailbox__v1__list_mailboxes_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListMailboxesResponse>) throws(MessageError) {
        self.mailboxes = try unsafe Read.messages(c.pointee.n_mailboxes, c.pointee.mailboxes)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.mailbox.v1.ListMailboxesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListMailboxesResponse>, in arena: Arena) {
        unsafe c.pointee.n_mailboxes = self.mailboxes.count
        unsafe c.pointee.mailboxes = arena.messages(self.mailboxes)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListMailboxesResponse {
    package func check(_ violations: inout Violations) {
        for index in self.mailboxes.indices where !violations.isFull {
            let start = violations.count
            self.mailboxes[index].check(&violations)
            violations.place(from: start, in: "mailboxes", index)
        }
    }
}
