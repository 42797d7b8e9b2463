// Generated from grpc/reflection/v1/reflection.proto by proto/generate. Do not edit.

import CMessages

/// The error code and error message sent by the server when an error occurs.
package struct ErrorResponse: Message {
    /// This field uses the error codes defined in grpc::StatusCode.
    package var errorCode: Int32 = 0
    package var errorMessage: String = ""

    package init() {}

    package init(
        errorCode: Int32 = 0,
        errorMessage: String = ""
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
    }

    package static var name: String { "grpc.reflection.v1.ErrorResponse" }

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

extension ErrorResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1__ErrorResponse>) {
        unsafe grpc__reflection__v1__error_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1__ErrorResponse>) throws(MessageError) {
        self.errorCode = unsafe c.pointee.error_code
        self.errorMessage = try unsafe Read.text(c.pointee.error_message, "grpc.reflection.v1.ErrorResponse.error_message")
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1__ErrorResponse>, in arena: Arena) {
        unsafe c.pointee.error_code = self.errorCode
        unsafe c.pointee.error_message = arena.text(self.errorMessage)
    }
}
