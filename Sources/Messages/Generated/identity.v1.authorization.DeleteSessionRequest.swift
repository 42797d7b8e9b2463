// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

import CMessages

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
