// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// The start of a call.
package struct Request: Message {
    /// `package.Service/Method`, as in mandate.mailbox.v1.AccessService/Check.
    package var method: String = ""
    /// The time the client will still wait. Absent: no deadline.
    package var timeout: WireDuration? = nil
    /// Pairs of lower-case ASCII keys and values.
    package var metadata: [MetadataEntry] = []
    /// The first message, encoded. Of a unary or server-streaming call: the only one.
    package var message: [UInt8] = []
    /// No message is in this frame: a client- or bidirectional-streaming call that
    /// starts with none. Without it `message` counts, even when empty.
    package var noMessage: Bool = false
    /// The client will send no more messages. Unary and server-streaming calls set it.
    package var done: Bool = false

    package init() {}

    package init(
        method: String = "",
        timeout: WireDuration? = nil,
        metadata: [MetadataEntry] = [],
        message: [UInt8] = [],
        noMessage: Bool = false,
        done: Bool = false
    ) {
        self.method = method
        self.timeout = timeout
        self.metadata = metadata
        self.message = message
        self.noMessage = noMessage
        self.done = done
    }

    package static var name: String { "mandate.rpc.v1.Request" }

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

extension Request: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Request>) {
        unsafe mandate__rpc__v1__request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Request>) throws(MessageError) {
        self.method = try unsafe Read.text(c.pointee.method, "mandate.rpc.v1.Request.method")
        self.timeout = try unsafe Read.message(c.pointee.timeout)
        self.metadata = try unsafe Read.messages(c.pointee.n_metadata, c.pointee.metadata)
        self.message = unsafe Read.bytes(c.pointee.message)
        self.noMessage = unsafe c.pointee.no_message != 0
        self.done = unsafe c.pointee.done != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Request>, in arena: Arena) {
        unsafe c.pointee.method = arena.text(self.method)
        if let value = self.timeout {
            unsafe c.pointee.timeout = arena.message(value)
        }
        unsafe c.pointee.n_metadata = self.metadata.count
        unsafe c.pointee.metadata = arena.messages(self.metadata)
        unsafe c.pointee.message = arena.bytes(self.message)
        unsafe c.pointee.no_message = self.noMessage ? 1 : 0
        unsafe c.pointee.done = self.done ? 1 : 0
    }
}
