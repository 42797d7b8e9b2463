// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// A page of accounts.
package struct ListAccountsResponse: Message {
    /// By id.
    package var accounts: [Account] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        accounts: [Account] = [],
        nextPageToken: String = ""
    ) {
        self.accounts = accounts
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListAccountsResponse" }

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

extension ListAccountsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListAccountsResponse>) {
        unsafe mandate__identity__v1__list_accounts_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListAccountsResponse>) throws(MessageError) {
        self.accounts = try unsafe Read.messages(c.pointee.n_accounts, c.pointee.accounts)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListAccountsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListAccountsResponse>, in arena: Arena) {
        unsafe c.pointee.n_accounts = self.accounts.count
        unsafe c.pointee.accounts = arena.messages(self.accounts)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListAccountsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.accounts.indices where !violations.isFull {
            let start = violations.count
            self.accounts[index].check(&violations)
            violations.place(from: start, in: "accounts", index)
        }
    }
}
