// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

import CMessages

/// A page of holdings.
package struct ListSystemOperationsResponse: Message {
    /// By holder, then operation.
    package var holdings: [SystemOperationHolding] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        holdings: [SystemOperationHolding] = [],
        nextPageToken: String = ""
    ) {
        self.holdings = holdings
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListSystemOperationsResponse" }

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

extension ListSystemOperationsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListSystemOperationsResponse>) {
        unsafe mandate__identity__v1__list_system_operations_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListSystemOperationsResponse>) throws(MessageError) {
        self.holdings = try unsafe Read.messages(c.pointee.n_holdings, c.pointee.holdings)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListSystemOperationsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListSystemOperationsResponse>, in arena: Arena) {
        unsafe c.pointee.n_holdings = self.holdings.count
        unsafe c.pointee.holdings = arena.messages(self.holdings)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}
