// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// The information of a single service used by ListServiceResponse to answer
/// list_services request.
package struct AlphaServiceResponse: Message {
    /// Full name of a registered service, including its package name. The format
    /// is <package>.<service>
    package var name: String = ""

    package init() {}

    package init(
        name: String = ""
    ) {
        self.name = name
    }

    package static var name: String { "grpc.reflection.v1alpha.ServiceResponse" }

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

extension AlphaServiceResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServiceResponse>) {
        unsafe grpc__reflection__v1alpha__service_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__ServiceResponse>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "grpc.reflection.v1alpha.ServiceResponse.name")
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServiceResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
    }
}
