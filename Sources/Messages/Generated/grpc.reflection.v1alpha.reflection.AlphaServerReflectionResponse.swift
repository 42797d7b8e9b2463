// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

import CMessages

/// The message sent by the server to answer ServerReflectionInfo method.
package struct AlphaServerReflectionResponse: Message {
    package var validHost: String = ""
    package var originalRequest: AlphaServerReflectionRequest? = nil
    /// The server set one of the following fields according to the message_request
    /// in the request.
    package var messageResponse: MessageResponse? = nil

    package init() {}

    package init(
        validHost: String = "",
        originalRequest: AlphaServerReflectionRequest? = nil,
        messageResponse: MessageResponse? = nil
    ) {
        self.validHost = validHost
        self.originalRequest = originalRequest
        self.messageResponse = messageResponse
    }

    package static var name: String { "grpc.reflection.v1alpha.ServerReflectionResponse" }

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

    /// The server set one of the following fields according to the message_request
    /// in the request.
    package enum MessageResponse: Sendable, Equatable {
        /// This message is used to answer file_by_filename, file_containing_symbol,
        /// file_containing_extension requests with transitive dependencies. As
        /// the repeated label is not allowed in oneof fields, we use a
        /// FileDescriptorResponse message to encapsulate the repeated fields.
        /// The reflection service is allowed to avoid sending FileDescriptorProtos
        /// that were previously sent in response to earlier requests in the stream.
        case fileDescriptorResponse(AlphaFileDescriptorResponse)
        /// This message is used to answer all_extension_numbers_of_type requst.
        case allExtensionNumbersResponse(AlphaExtensionNumberResponse)
        /// This message is used to answer list_services request.
        case listServicesResponse(AlphaListServiceResponse)
        /// This message is used when an error occurs.
        case errorResponse(AlphaErrorResponse)
    }
}

extension AlphaServerReflectionResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServerReflectionResponse>) {
        unsafe grpc__reflection__v1alpha__server_reflection_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Reflection__V1alpha__ServerReflectionResponse>) throws(MessageError) {
        self.validHost = try unsafe Read.text(c.pointee.valid_host, "grpc.reflection.v1alpha.ServerReflectionResponse.valid_host")
        self.originalRequest = try unsafe Read.message(c.pointee.original_request)
        switch unsafe c.pointee.message_response_case.rawValue {
        case 4: self.messageResponse = .fileDescriptorResponse(try unsafe Read.message(c.pointee.file_descriptor_response) ?? .init())
        case 5: self.messageResponse = .allExtensionNumbersResponse(try unsafe Read.message(c.pointee.all_extension_numbers_response) ?? .init())
        case 6: self.messageResponse = .listServicesResponse(try unsafe Read.message(c.pointee.list_services_response) ?? .init())
        case 7: self.messageResponse = .errorResponse(try unsafe Read.message(c.pointee.error_response) ?? .init())
        default: self.messageResponse = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Grpc__Reflection__V1alpha__ServerReflectionResponse>, in arena: Arena) {
        unsafe c.pointee.valid_host = arena.text(self.validHost)
        if let value = self.originalRequest {
            unsafe c.pointee.original_request = arena.message(value)
        }
        switch self.messageResponse {
        case nil: break
        case .fileDescriptorResponse(let value)?:
            unsafe c.pointee.message_response_case = .init(rawValue: 4)
            unsafe c.pointee.file_descriptor_response = arena.message(value)
        case .allExtensionNumbersResponse(let value)?:
            unsafe c.pointee.message_response_case = .init(rawValue: 5)
            unsafe c.pointee.all_extension_numbers_response = arena.message(value)
        case .listServicesResponse(let value)?:
            unsafe c.pointee.message_response_case = .init(rawValue: 6)
            unsafe c.pointee.list_services_response = arena.message(value)
        case .errorResponse(let value)?:
            unsafe c.pointee.message_response_case = .init(rawValue: 7)
            unsafe c.pointee.error_response = arena.message(value)
        }
    }
}
