// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// A page of signatures.
package struct ListSignaturesResponse: Message {
    /// By mailbox.
    package var signatures: [Signature] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        signatures: [Signature] = [],
        nextPageToken: String = ""
    ) {
        self.signatures = signatures
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.mailbox.v1.ListSignaturesResponse" }

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

extension ListSignaturesResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSignaturesResponse>) {
        unsafe mandate__mailbox__v1__list_signatures_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ListSignaturesResponse>) throws(MessageError) {
        self.signatures = try unsafe Read.messages(c.pointee.n_signatures, c.pointee.signatures)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.mailbox.v1.ListSignaturesResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ListSignaturesResponse>, in arena: Arena) {
        unsafe c.pointee.n_signatures = self.signatures.count
        unsafe c.pointee.signatures = arena.messages(self.signatures)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
