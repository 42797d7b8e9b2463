// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

import CMessages

/// A page of delegates.
package struct ListDelegatesResponse: Message {
    /// By account or grantee, then delegation.
    package var delegates: [Delegate] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        delegates: [Delegate] = [],
        nextPageToken: String = ""
    ) {
        self.delegates = delegates
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListDelegatesResponse" }

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

extension ListDelegatesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListDelegatesResponse>) {
        unsafe mandate__mailbox__v1__list_delegates_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListDelegatesResponse>) throws(MessageError) {
        self.delegates = try unsafe Read.messages(c.pointee.n_delegates, c.pointee.delegates)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.mailbox.v1.ListDelegatesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListDelegatesResponse>, in arena: Arena) {
        unsafe c.pointee.n_delegates = self.delegates.count
        unsafe c.pointee.delegates = arena.messages(self.delegates)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListDelegatesResponse {
    package func check(_ violations: inout Violations) {
        for index in self.delegates.indices where !violations.isFull {
            let start = violations.count
            self.delegates[index].check(&violations)
            violations.place(from: start, in: "delegates", index)
        }
    }
}
