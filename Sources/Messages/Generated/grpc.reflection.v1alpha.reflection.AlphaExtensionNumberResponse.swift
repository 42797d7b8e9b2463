// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// A list of extension numbers sent by the server answering
/// all_extension_numbers_of_type request.
package struct AlphaExtensionNumberResponse: Message {
    /// Full name of the base type, including the package name. The format
    /// is <package>.<type>
    package var baseTypeName: String = ""
    package var extensionNumber: [Int32] = []

    package init() {}

    package init(
        baseTypeName: String = "",
        extensionNumber: [Int32] = []
    ) {
        self.baseTypeName = baseTypeName
        self.extensionNumber = extensionNumber
    }

    package static var name: String { "grpc.reflection.v1alpha.ExtensionNumberResponse" }

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

extension AlphaExtensionNumberResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ExtensionNumberResponse>) {
        unsafe grpc__reflection__v1alpha__extension_number_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__ExtensionNumberResponse>) throws(MessageError) {
        self.baseTypeName = try unsafe Read.text(c.pointee.base_type_name, "grpc.reflection.v1alpha.ExtensionNumberResponse.base_type_name")
        self.extensionNumber = unsafe Read.scalars(c.pointee.n_extension_number, c.pointee.extension_number)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ExtensionNumberResponse>, in arena: Arena) {
        unsafe c.pointee.base_type_name = arena.text(self.baseTypeName)
        unsafe c.pointee.n_extension_number = self.extensionNumber.count
        unsafe c.pointee.extension_number = arena.scalars(self.extensionNumber)
    }
}
