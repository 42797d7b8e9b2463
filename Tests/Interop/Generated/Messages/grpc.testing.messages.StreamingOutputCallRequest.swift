// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

package struct StreamingOutputCallRequest: Message {
    package var responseType: PayloadType = .compressable
    package var responseParameters: [ResponseParameters] = []
    package var payload: Payload? = nil
    package var responseStatus: EchoStatus? = nil

    package init() {}

    package init(
        responseType: PayloadType = .compressable,
        responseParameters: [ResponseParameters] = [],
        payload: Payload? = nil,
        responseStatus: EchoStatus? = nil
    ) {
        self.responseType = responseType
        self.responseParameters = responseParameters
        self.payload = payload
        self.responseStatus = responseStatus
    }

    package static var name: String { "grpc.testing.StreamingOutputCallRequest" }

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

extension StreamingOutputCallRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__StreamingOutputCallRequest>) {
        unsafe grpc__testing__streaming_output_call_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__StreamingOutputCallRequest>) throws(MessageError) {
        self.responseType = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.response_type.rawValue))
        self.responseParameters = try unsafe Read.messages(c.pointee.n_response_parameters, c.pointee.response_parameters)
        self.payload = try unsafe Read.message(c.pointee.payload)
        self.responseStatus = try unsafe Read.message(c.pointee.response_status)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__StreamingOutputCallRequest>, in arena: Arena) {
        unsafe c.pointee.response_type = .init(rawValue: .init(truncatingIfNeeded: self.responseType.rawValue))
        unsafe c.pointee.n_response_parameters = self.responseParameters.count
        unsafe c.pointee.response_parameters = arena.messages(self.responseParameters)
        if let value = self.payload {
            unsafe c.pointee.payload = arena.message(value)
        }
        if let value = self.responseStatus {
            unsafe c.pointee.response_status = arena.message(value)
        }
    }
}
