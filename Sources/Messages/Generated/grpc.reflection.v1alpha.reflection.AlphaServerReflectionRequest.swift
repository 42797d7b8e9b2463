// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// The message sent by the client when calling ServerReflectionInfo method.
package struct AlphaServerReflectionRequest: Message {
    package var host: String = ""
    /// To use reflection service, the client should set one of the following
    /// fields in message_request. The server distinguishes requests by their
    /// defined field and then handles them using corresponding methods.
    package var messageRequest: MessageRequest? = nil

    package init() {}

    package init(
        host: String = "",
        messageRequest: MessageRequest? = nil
    ) {
        self.host = host
        self.messageRequest = messageRequest
    }

    package static var name: String { "grpc.reflection.v1alpha.ServerReflectionRequest" }

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

    /// To use reflection service, the client should set one of the following
    /// fields in message_request. The server distinguishes requests by their
    /// defined field and then handles them using corresponding methods.
    package enum MessageRequest: Sendable, Equatable {
        /// Find a proto file by the file name.
        case fileByFilename(String)
        /// Find the proto file that declares the given fully-qualified symbol name.
        /// This field should be a fully-qualified symbol name
        /// (e.g. <package>.<service>[.<method>] or <package>.<type>).
        case fileContainingSymbol(String)
        /// Find the proto file which defines an extension extending the given
        /// message type with the given field number.
        case fileContainingExtension(AlphaExtensionRequest)
        /// Finds the tag numbers used by all known extensions of extendee_type, and
        /// appends them to ExtensionNumberResponse in an undefined order.
        /// Its corresponding method is best-effort: it's not guaranteed that the
        /// reflection service will implement this method, and it's not guaranteed
        /// that this method will provide all extensions. Returns
        /// StatusCode::UNIMPLEMENTED if it's not implemented.
        /// This field should be a fully-qualified type name. The format is
        /// <package>.<type>
        case allExtensionNumbersOfType(String)
        /// List the full names of registered services. The content will not be
        /// checked.
        case listServices(String)
    }
}

extension AlphaServerReflectionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServerReflectionRequest>) {
        unsafe grpc__reflection__v1alpha__server_reflection_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__ServerReflectionRequest>) throws(MessageError) {
        self.host = try unsafe Read.text(c.pointee.host, "grpc.reflection.v1alpha.ServerReflectionRequest.host")
        switch unsafe c.pointee.message_request_case.rawValue {
        case 3: self.messageRequest = .fileByFilename(try unsafe Read.text(c.pointee.file_by_filename, "grpc.reflection.v1alpha.ServerReflectionRequest.file_by_filename"))
        case 4: self.messageRequest = .fileContainingSymbol(try unsafe Read.text(c.pointee.file_containing_symbol, "grpc.reflection.v1alpha.ServerReflectionRequest.file_containing_symbol"))
        case 5: self.messageRequest = .fileContainingExtension(try unsafe Read.message(c.pointee.file_containing_extension) ?? .init())
        case 6: self.messageRequest = .allExtensionNumbersOfType(try unsafe Read.text(c.pointee.all_extension_numbers_of_type, "grpc.reflection.v1alpha.ServerReflectionRequest.all_extension_numbers_of_type"))
        case 7: self.messageRequest = .listServices(try unsafe Read.text(c.pointee.list_services, "grpc.reflection.v1alpha.ServerReflectionRequest.list_services"))
        default: self.messageRequest = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServerReflectionRequest>, in arena: Arena) {
        unsafe c.pointee.host = arena.text(self.host)
        switch self.messageRequest {
        case nil: break
        case .fileByFilename(let value)?:
            unsafe c.pointee.message_request_case = .init(rawValue: 3)
            unsafe c.pointee.file_by_filename = arena.text(value)
        case .fileContainingSymbol(let value)?:
            unsafe c.pointee.message_request_case = .init(rawValue: 4)
            unsafe c.pointee.file_containing_symbol = arena.text(value)
        case .fileContainingExtension(let value)?:
            unsafe c.pointee.message_request_case = .init(rawValue: 5)
            unsafe c.pointee.file_containing_extension = arena.message(value)
        case .allExtensionNumbersOfType(let value)?:
            unsafe c.pointee.message_request_case = .init(rawValue: 6)
            unsafe c.pointee.all_extension_numbers_of_type = arena.text(value)
        case .listServices(let value)?:
            unsafe c.pointee.message_request_case = .init(rawValue: 7)
            unsafe c.pointee.list_services = arena.text(value)
        }
    }
}
