import Contract
import Messages
import RPC

/// Page tokens: as text from anybody, and with a key of anybody behind a right fingerprint.
extension Fuzzed {
    private static let method = MethodDescriptor(
        path: "mandate.identity.v1.AccountService/ListAccounts", kind: .unary, access: Access(kind: .caller))

    /// 1. A token that is accepted is exactly the one that is made for its key.
    /// 2. A key's token is accepted by its own query and refused by any other; one of over 500 bytes by none.
    /// 3. Every refusal is STALE_PAGE_TOKEN.
    static func pageTokens(_ bytes: [UInt8]) throws(BrokenPromise) {
        let query = ListAccountsRequest(organizationId: "org_1")
        let text = String(decoding: bytes, as: UTF8.self)
        try check(text, query)
        // The ten bytes of version and fingerprint are right, what follows is anything.
        let start = Base64URL.bytes(PageToken.make(method: method, query: query, key: "")) ?? []
        try check(Base64URL.text(start + bytes), query)

        let token = PageToken.make(method: method, query: query, key: text)
        let fits = token.utf8.count <= 500
        let found = try key(token, query)
        try promise(found == (fits ? text : nil), "the key \(text.debugDescription) comes back as \(found ?? "nothing")")
        let elsewhere = try key(token, ListAccountsRequest(organizationId: "org_2"))
        try promise(elsewhere == nil, "another query takes the token of \(text.debugDescription)")
    }

    private static func check(_ token: String, _ query: ListAccountsRequest) throws(BrokenPromise) {
        guard let key = try key(token, query) else { return }
        try promise(PageToken.make(method: method, query: query, key: key).utf8.elementsEqual(token.utf8), "two spellings")
    }

    private static func key(_ token: String, _ query: ListAccountsRequest) throws(BrokenPromise) -> String? {
        do throws(Status) {
            return try PageToken.key(token, method: method, query: query)
        } catch {
            try promise(error.code == .invalidArgument && error.reason == .stalePageToken, "refused with \(error)")
            return nil
        }
    }
}
