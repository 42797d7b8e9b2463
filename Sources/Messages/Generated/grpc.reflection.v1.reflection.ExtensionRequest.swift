// Generated from grpc/reflection/v1/reflection.proto by proto/generate. Do not edit.

import CMessages

/// The type name and extension number sent by the client when requesting
/// file_containing_extension.
package struct ExtensionRequest: Message {
    /// Fully-qualified type name. The format should be <package>.<type>
    package var containingType: String = ""
    package var extensionNumber: Int32 = 0

    package init() {}

    package init(
        containingType: String = "",
        extensionNumber: Int32 = 0
    ) {
        self.containingType = containingType
        self.extensionNumber = extensionNumber
    }

    package static var name: String { "grpc.reflection.v1.ExtensionRequest" }

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

extension ExtensionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1__ExtensionRequest>) {
        unsafe grpc__reflection__v1__extension_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1__ExtensionRequest>) throws(MessageError) {
        self.containingType = try unsafe Read.text(c.pointee.containing_type, "grpc.reflection.v1.ExtensionRequest.containing_type")
        self.extensionNumber = unsafe c.pointee.extension_number
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1__ExtensionRequest>, in arena: Arena) {
        unsafe c.pointee.containing_type = arena.text(self.containingType)
        unsafe c.pointee.extension_number = self.extensionNumber
    }
}
