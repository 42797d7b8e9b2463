// Generated from mandate/identity/v1/session.proto by proto/generate. Do not edit.

import CMessages

/// Signs in.
package struct CreateSessionRequest: Message {
    /// The account's address.
    package var address: String = ""
    /// Its password.
    package var password: String = ""

    package init() {}

    package init(
        address: String = "",
        password: String = ""
    ) {
        self.address = address
        self.password = password
    }

    package static var name: String { "mandate.identity.v1.CreateSessionRequest" }

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

extension CreateSessionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSessionRequest>) {
        unsafe mandate__identity__v1__create_session_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateSessionRequest>) throws(MessageError) {
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.CreateSessionRequest.address")
        self.password = try unsafe Read.text(c.pointee.password, "mandate.identity.v1.CreateSessionRequest.password")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSessionRequest>, in arena: Arena) {
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.password = arena.text(self.password)
    }
}

extension CreateSessionRequest {
    package func check(_ violations: inout Violations) {
        if self.address.isEmpty {
            violations.addMissing("address")
        } else {
            if self.address.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
        if self.password.isEmpty {
            violations.addMissing("password")
        } else {
            if self.password.utf8.count > 1024 {
                violations.add("password", .tooLong, "string.max_bytes: at most 1024 bytes")
            }
        }
    }
}

/// A session.
package struct CreateSessionResponse: Message {
    /// Goes into the metadata mandate-session. Shown once, stored hashed.
    package var sessionToken: String = ""
    /// Whose session.
    package var account: Account? = nil
    /// When it ends at the latest.
    package var expireTime: Timestamp? = nil

    package init() {}

    package init(
        sessionToken: String = "",
        account: Account? = nil,
        expireTime: Timestamp? = nil
    ) {
        self.sessionToken = sessionToken
        self.account = account
        self.expireTime = expireTime
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
        self.expireTime = try unsafe Read.message(c.pointee.expire_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSessionResponse>, in arena: Arena) {
        unsafe c.pointee.session_token = arena.text(self.sessionToken)
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        if let value = self.expireTime {
            unsafe c.pointee.expire_time = arena.message(value)
        }
    }
}

extension CreateSessionResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}

/// Signs out.
package struct DeleteSessionRequest: Message {
    package init() {}

    package static var name: String { "mandate.identity.v1.DeleteSessionRequest" }

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

extension DeleteSessionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteSessionRequest>) {
        unsafe mandate__identity__v1__delete_session_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteSessionRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteSessionRequest>, in arena: Arena) {
    }
}

/// Signed out.
package struct DeleteSessionResponse: Message {
    package init() {}

    package static var name: String { "mandate.identity.v1.DeleteSessionResponse" }

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

extension DeleteSessionResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteSessionResponse>) {
        unsafe mandate__identity__v1__delete_session_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__DeleteSessionResponse>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__DeleteSessionResponse>, in arena: Arena) {
    }
}
