// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// google.rpc.Status.
package struct WireStatus: Message {
    /// One of google.rpc.Code (gRPC's codes).
    package var code: Int32 = 0
    /// For a developer, in English.
    package var message: String = ""
    /// An ErrorInfo, as type.googleapis.com/google.rpc.ErrorInfo; where fields of the request are wrong a BadRequest too, as
    /// type.googleapis.com/google.rpc.BadRequest.
    package var details: [AnyMessage] = []

    package init() {}

    package init(
        code: Int32 = 0,
        message: String = "",
        details: [AnyMessage] = []
    ) {
        self.code = code
        self.message = message
        self.details = details
    }

    package static var name: String { "mandate.rpc.v1.Status" }

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

extension WireStatus: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Status>) {
        unsafe mandate__rpc__v1__status__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Status>) throws(MessageError) {
        self.code = unsafe c.pointee.code
        self.message = try unsafe Read.text(c.pointee.message, "mandate.rpc.v1.Status.message")
        self.details = try unsafe Read.messages(c.pointee.n_details, c.pointee.details)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Status>, in arena: Arena) {
        unsafe c.pointee.code = self.code
        unsafe c.pointee.message = arena.text(self.message)
        unsafe c.pointee.n_details = self.details.count
        unsafe c.pointee.details = arena.messages(self.details)
    }
}
