// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// One pair of text.
package struct MetadataEntry: Message {
    /// Lower-case ASCII.
    package var key: String = ""
    /// Text, or for a key that ends in -bin base64.
    package var value: String = ""

    package init() {}

    package init(
        key: String = "",
        value: String = ""
    ) {
        self.key = key
        self.value = value
    }

    package static var name: String { "mandate.rpc.v1.Metadata" }

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

extension MetadataEntry: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Metadata>) {
        unsafe mandate__rpc__v1__metadata__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Metadata>) throws(MessageError) {
        self.key = try unsafe Read.text(c.pointee.key, "mandate.rpc.v1.Metadata.key")
        self.value = try unsafe Read.text(c.pointee.value, "mandate.rpc.v1.Metadata.value")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Metadata>, in arena: Arena) {
        unsafe c.pointee.key = arena.text(self.key)
        unsafe c.pointee.value = arena.text(self.value)
    }
}
