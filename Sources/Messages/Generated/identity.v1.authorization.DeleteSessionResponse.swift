// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

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
