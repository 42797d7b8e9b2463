// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// A list of ServiceResponse sent by the server answering list_services request.
package struct AlphaListServiceResponse: Message {
    /// The information of each service may be expanded in the future, so we use
    /// ServiceResponse message to encapsulate it.
    package var service: [AlphaServiceResponse] = []

    package init() {}

    package init(
        service: [AlphaServiceResponse] = []
    ) {
        self.service = service
    }

    package static var name: String { "grpc.reflection.v1alpha.ListServiceResponse" }

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

extension AlphaListServiceResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ListServiceResponse>) {
        unsafe grpc__reflection__v1alpha__list_service_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__ListServiceResponse>) throws(MessageError) {
        self.service = try unsafe Read.messages(c.pointee.n_service, c.pointee.service)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ListServiceResponse>, in arena: Arena) {
        unsafe c.pointee.n_service = self.service.count
        unsafe c.pointee.service = arena.messages(self.service)
    }
}
