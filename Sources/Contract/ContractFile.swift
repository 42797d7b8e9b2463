/// One `.proto` file as server reflection hands it out, and what it declares. The generator writes them all.
package struct ContractFile: Sendable {
    /// As other files import it: `mandate/rpc/v1/frame.proto`.
    package let path: String
    package let imports: [String]
    /// Full names of its messages, enums, services, methods and extensions.
    package let symbols: [String]
    /// By the full name of the message they extend, the numbers of its extensions.
    package let extensions: [String: [Int32]]
    /// A `google.protobuf.FileDescriptorProto` in base64.
    package let descriptor: String
}
