// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// A page of domains.
package struct ListDomainsResponse: Message {
    /// By id.
    package var domains: [Domain] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        domains: [Domain] = [],
        nextPageToken: String = ""
    ) {
        self.domains = domains
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListDomainsResponse" }

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

extension ListDomainsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListDomainsResponse>) {
        unsafe mandate__identity__v1__list_domains_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListDomainsResponse>) throws(MessageError) {
        self.domains = try unsafe Read.messages(c.pointee.n_domains, c.pointee.domains)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListDomainsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListDomainsResponse>, in arena: Arena) {
        unsafe c.pointee.n_domains = self.domains.count
        unsafe c.pointee.domains = arena.messages(self.domains)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
