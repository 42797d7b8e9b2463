/// Why the contract was refused: file, message and field first, then the reason.
package struct GeneratorError: Error, Equatable, CustomStringConvertible {
    /// As in `mandate/rpc/v1/frame.proto: Frame.kind: map fields are not allowed: …`.
    package let description: String

    init(_ place: String, _ reason: String) {
        description = "\(place): \(reason)"
    }
}
