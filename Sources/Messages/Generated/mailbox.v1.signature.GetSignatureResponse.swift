// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

import CMessages

/// A signature.
package struct GetSignatureResponse: Message {
    /// The account's own, or the mailbox's default.
    package var signature: Signature? = nil
    /// True for the mailbox's default.
    package var inherited: Bool = false

    package init() {}

    package init(
        signature: Signature? = nil,
        inherited: Bool = false
    ) {
        self.signature = signature
        self.inherited = inherited
    }

    package static var name: String { "mandate.mailbox.v1.GetSignatureResponse" }

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

extension GetSignatureResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetSignatureResponse>) {
        unsafe mandate__mailbox__v1__get_signature_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__GetSignatureResponse>) throws(MessageError) {
        self.signature = try unsafe Read.message(c.pointee.signature)
        self.inherited = unsafe c.pointee.inherited != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__GetSignatureResponse>, in arena: Arena) {
        if let value = self.signature {
            unsafe c.pointee.signature = arena.message(value)
        }
        unsafe c.pointee.inherited = self.inherited ? 1 : 0
    }
}
