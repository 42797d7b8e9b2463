// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// The end of a call.
package struct Response: Message {
    /// How it ended. Absent means OK.
    package var status: WireStatus? = nil
    /// The answer of a unary or client-streaming call that ended OK, encoded.
    package var message: [UInt8] = []
    /// Pairs from the server.
    package var metadata: [MetadataEntry] = []

    package init() {}

    package init(
        status: WireStatus? = nil,
        message: [UInt8] = [],
        metadata: [MetadataEntry] = []
    ) {
        self.status = status
        self.message = message
        self.metadata = metadata
    }

    package static var name: String { "mandate.rpc.v1.Response" }

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

extension Response: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Response>) {
        unsafe mandate__rpc__v1__response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Response>) throws(MessageError) {
        self.status = try unsafe Read.message(c.pointee.status)
        self.message = unsafe Read.bytes(c.pointee.message)
        self.metadata = try unsafe Read.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Response>, in arena: Arena) {
        if let value = self.status {
            unsafe c.pointee.status = arena.message(value)
        }
        unsafe c.pointee.message = arena.bytes(self.message)
        unsafe c.pointee.n_metadata = self.metadata.count
        unsafe c.pointee.metadata = arena.messages(self.metadata)
    }
}
