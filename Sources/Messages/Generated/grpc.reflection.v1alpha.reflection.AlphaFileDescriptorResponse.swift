// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// Serialized FileDescriptorProto messages sent by the server answering
/// a file_by_filename, file_containing_symbol, or file_containing_extension
/// request.
package struct AlphaFileDescriptorResponse: Message {
    /// Serialized FileDescriptorProto messages. We avoid taking a dependency on
    /// descriptor.proto, which uses proto2 only features, by making them opaque
    /// bytes instead.
    package var fileDescriptorProto: [[UInt8]] = []

    package init() {}

    package init(
        fileDescriptorProto: [[UInt8]] = []
    ) {
        self.fileDescriptorProto = fileDescriptorProto
    }

    package static var name: String { "grpc.reflection.v1alpha.FileDescriptorResponse" }

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

extension AlphaFileDescriptorResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__FileDescriptorResponse>) {
        unsafe grpc__reflection__v1alpha__file_descriptor_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__FileDescriptorResponse>) throws(MessageError) {
        self.fileDescriptorProto = unsafe Read.byteStrings(c.pointee.n_file_descriptor_proto, c.pointee.file_descriptor_proto)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__FileDescriptorResponse>, in arena: Arena) {
        unsafe c.pointee.n_file_descriptor_proto = self.fileDescriptorProto.count
        unsafe c.pointee.file_descriptor_proto = arena.byteStrings(self.fileDescriptorProto)
    }
}
