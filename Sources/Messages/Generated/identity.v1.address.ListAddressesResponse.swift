// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

import CMessages

/// A page of addresses.
package struct ListAddressesResponse: Message {
    /// By key.
    package var addresses: [Address] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        addresses: [Address] = [],
        nextPageToken: String = ""
    ) {
        self.addresses = addresses
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListAddressesResponse" }

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

extension ListAddressesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListAddressesResponse>) {
        unsafe mandate__identity__v1__list_addresses_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListAddressesResponse>) throws(MessageError) {
        self.addresses = try unsafe Read.messages(c.pointee.n_addresses, c.pointee.addresses)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListAddressesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListAddressesResponse>, in arena: Arena) {
        unsafe c.pointee.n_addresses = self.addresses.count
        unsafe c.pointee.addresses = arena.messages(self.addresses)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
