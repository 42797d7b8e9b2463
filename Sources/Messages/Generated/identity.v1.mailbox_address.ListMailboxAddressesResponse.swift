// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

import CMessages

/// A page of addresses.
package struct ListMailboxAddressesResponse: Message {
    /// By mailbox.
    package var mailboxAddresses: [MailboxAddress] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        mailboxAddresses: [MailboxAddress] = [],
        nextPageToken: String = ""
    ) {
        self.mailboxAddresses = mailboxAddresses
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListMailboxAddressesResponse" }

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

extension ListMailboxAddressesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListMailboxAddressesResponse>) {
        unsafe mandate__identity__v1__list_mailbox_addresses_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListMailboxAddressesResponse>) throws(MessageError) {
        self.mailboxAddresses = try unsafe Read.messages(c.pointee.n_mailbox_addresses, c.pointee.mailbox_addresses)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListMailboxAddressesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListMailboxAddressesResponse>, in arena: Arena) {
        unsafe c.pointee.n_mailbox_addresses = self.mailboxAddresses.count
        unsafe c.pointee.mailbox_addresses = arena.messages(self.mailboxAddresses)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
