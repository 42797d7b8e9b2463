// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// A page of addresses.
package struct ListSenderIdentitiesResponse: Message {
    /// The default first, then the account's others, then by mailbox.
    package var identities: [SenderIdentity] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        identities: [SenderIdentity] = [],
        nextPageToken: String = ""
    ) {
        self.identities = identities
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListSenderIdentitiesResponse" }

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

extension ListSenderIdentitiesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSenderIdentitiesResponse>) {
        unsafe mandate__mailbox__v1__list_sender_identities_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListSenderIdentitiesResponse>) throws(MessageError) {
        self.identities = try unsafe Read.messages(c.pointee.n_identities, c.pointee.identities)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.mailbox.v1.ListSenderIdentitiesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSenderIdentitiesResponse>, in arena: Arena) {
        unsafe c.pointee.n_identities = self.identities.count
        unsafe c.pointee.identities = arena.messages(self.identities)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
