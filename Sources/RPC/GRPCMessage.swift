internal import Gzip

/// A message as it came.
struct GRPCMessage: Sendable {
    let body: [UInt8]
    let isCompressed: Bool

    /// What it says it has when inflated, at most `max`, which is all that would be inflated of it.
    func inflatedBytes(max: Int) -> Int {
        min(GzipCoding.announced(body), max)
    }

    /// Inflating it would keep a loop too long: for what comes out, or for what goes in and gives nothing.
    func isLarge(max: Int) -> Bool {
        Swift.max(body.count, inflatedBytes(max: max)) > Offload.inlineBytesMax
    }

    func inflated(max: Int) throws(Status) -> [UInt8] {
        guard isCompressed else { return body }
        do throws(GzipCoding.Failure) {
            return try GzipCoding.inflate(body, max: max)
        } catch {
            switch error {
            case .malformed: throw Status.malformed("a compressed message is not gzip")
            case .tooLarge(let max): throw Status.overLimit("a message is over \(max) bytes when inflated")
            }
        }
    }
}
