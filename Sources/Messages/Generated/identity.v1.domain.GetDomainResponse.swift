// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// One domain.
package struct GetDomainResponse: Message {
    /// As stored.
    package var domain: Domain? = nil

    package init() {}

    package init(
        domain: Domain? = nil
    ) {
        self.domain = domain
    }

    package static var name: String { "mandate.identity.v1.GetDomainResponse" }

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

extension GetDomainResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetDomainResponse>) {
        unsafe mandate__identity__v1__get_domain_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetDomainResponse>) throws(MessageError) {
        self.domain = try unsafe Read.message(c.pointee.domain)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetDomainResponse>, in arena: Arena) {
        if let value = self.domain {
            unsafe c.pointee.domain = arena.message(value)
        }
    }
}
