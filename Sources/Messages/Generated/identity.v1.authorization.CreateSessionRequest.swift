// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

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
