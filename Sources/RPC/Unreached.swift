internal import Glibc
internal import NIOCore
internal import NIOPosix
package import TLS

/// Why a connection ended, or was never made.
struct Loss: Sendable, Equatable {
    let reason: String
    /// What TLS had against it, if that was it.
    var refusal: TLSError.Code?

    init(_ reason: String, refusal: TLSError.Code? = nil) {
        self.reason = reason
        self.refusal = refusal
    }
}

/// Of a call that never left, because there was no connection: nothing was done.
package struct Unreached: Sendable, Equatable {
    /// As in `mandate-mailbox at 127.0.0.1:7402`.
    package let server: String
    /// What TLS had against the server or the server against us; nil when nobody answered.
    package let refusal: TLSError.Code?
}

extension Status {
    /// What tells a call that never left from one that was under way when its connection broke. Never on a wire: a server's
    /// own calls wait for a connection.
    private static let serverKey = "unreached"
    private static let refusalKey = "refusal"

    package static func unreached(_ server: String, because reason: String, refusal: TLSError.Code? = nil) -> Status {
        var status = disconnected("\(server) cannot be reached: \(reason)")
        status.metadata[serverKey] = server
        status.metadata[refusalKey] = refusal?.rawValue
        return status
    }

    static func unreached(_ server: String, _ loss: Loss) -> Status {
        unreached(server, because: loss.reason, refusal: loss.refusal)
    }

    package var unreached: Unreached? {
        guard reason == .disconnected, let server = metadata[Self.serverKey] else { return nil }
        return Unreached(server: server, refusal: metadata[Self.refusalKey].flatMap(TLSError.Code.init))
    }
}

/// An error of a connection in few words, without the names of types.
func cause(of error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
        // A name can have several addresses, and mostly they fail alike.
        let causes = error.connectionErrors.map { cause(of: $0.error) }
        let different = causes.enumerated().filter { !causes[..<$0.offset].contains($0.element) }.map(\.element)
        return different.isEmpty ? "no address of '\(error.host)' is known" : different.joined(separator: ", ")
    case let error as IOError:
        let text = unsafe String(cString: strerror(error.errnoCode))
        return text.prefix(1).lowercased() + text.dropFirst()
    case ChannelError.connectTimeout(let time): return "no answer within \(time.nanoseconds / 1_000_000_000) seconds"
    default: return "\(error)"
    }
}
