// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

/// A session.
package struct CreateSessionResponse: Message {
    /// Goes into the metadata mandate-session. Shown once, stored hashed.
    package var sessionToken: String = ""
    /// Whose session.
    package var account: Account? = nil
    /// When it ends at the latest.
    package var expiresAt: Timestamp? = nil

    package init() {}

    package init(
        sessionToken: String = "",
        account: Account? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.sessionToken = sessionToken
        self.account = account
        self.expiresAt = expiresAt
    }

    package static var name: String { "mandate.identity.v1.CreateSessionResponse" }

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

extension CreateSessionResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSessionResponse>) {
        unsafe mandate__identity__v1__create_session_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateSessionResponse>) throws(MessageError) {
        self.sessionToken = try unsafe Read.text(c.pointee.session_token, "mandate.identity.v1.CreateSessionResponse.session_token")
        self.account = try unsafe Read.message(c.pointee.account)
        self.expiresAt = try unsafe Read.message(c.pointee.expires_at)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSessionResponse>, in arena: Arena) {
        unsafe c.pointee.session_token = arena.text(self.sessionToken)
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        if let value = self.expiresAt {
            unsafe c.pointee.expires_at = arena.message(value)
        }
    }
}
