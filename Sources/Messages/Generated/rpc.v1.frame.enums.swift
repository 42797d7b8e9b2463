// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

/// Why a connection ends.
package enum GoawayReason: MessageEnum {
    /// Never sent.
    case unspecified
    /// The server drains; calls under way are finished.
    case draining
    /// A frame over the largest size, or of length zero.
    case frameSize
    /// A frame that is not a Frame, or has no known kind.
    case malformedFrame
    /// The first frame was not hello, a second hello came, or the version is unknown.
    case hello
    /// A stream number of wrong parity, not rising, or never opened.
    case stream
    /// A kind that this side may not send, or not in this state of the stream.
    case unexpectedFrame
    /// More bytes than the window held, or credit past 2^31-1.
    case flowControl
    /// A time limit ran out: handshake, hello, frame or idle.
    case timeout
    /// Too many pings, cancels or connections.
    case excess
    /// Our fault.
    case `internal`
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .draining
        case 2: self = .frameSize
        case 3: self = .malformedFrame
        case 4: self = .hello
        case 5: self = .stream
        case 6: self = .unexpectedFrame
        case 7: self = .flowControl
        case 8: self = .timeout
        case 9: self = .excess
        case 10: self = .`internal`
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .draining: 1
        case .frameSize: 2
        case .malformedFrame: 3
        case .hello: 4
        case .stream: 5
        case .unexpectedFrame: 6
        case .flowControl: 7
        case .timeout: 8
        case .excess: 9
        case .`internal`: 10
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [GoawayReason] = [
        .unspecified,
        .draining,
        .frameSize,
        .malformedFrame,
        .hello,
        .stream,
        .unexpectedFrame,
        .flowControl,
        .timeout,
        .excess,
        .`internal`,
    ]

    package static var protoPrefix: String { "GOAWAY_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "GOAWAY_REASON_UNSPECIFIED"
        case .draining: "GOAWAY_REASON_DRAINING"
        case .frameSize: "GOAWAY_REASON_FRAME_SIZE"
        case .malformedFrame: "GOAWAY_REASON_MALFORMED_FRAME"
        case .hello: "GOAWAY_REASON_HELLO"
        case .stream: "GOAWAY_REASON_STREAM"
        case .unexpectedFrame: "GOAWAY_REASON_UNEXPECTED_FRAME"
        case .flowControl: "GOAWAY_REASON_FLOW_CONTROL"
        case .timeout: "GOAWAY_REASON_TIMEOUT"
        case .excess: "GOAWAY_REASON_EXCESS"
        case .`internal`: "GOAWAY_REASON_INTERNAL"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "GOAWAY_REASON_UNSPECIFIED": self = .unspecified
        case "GOAWAY_REASON_DRAINING": self = .draining
        case "GOAWAY_REASON_FRAME_SIZE": self = .frameSize
        case "GOAWAY_REASON_MALFORMED_FRAME": self = .malformedFrame
        case "GOAWAY_REASON_HELLO": self = .hello
        case "GOAWAY_REASON_STREAM": self = .stream
        case "GOAWAY_REASON_UNEXPECTED_FRAME": self = .unexpectedFrame
        case "GOAWAY_REASON_FLOW_CONTROL": self = .flowControl
        case "GOAWAY_REASON_TIMEOUT": self = .timeout
        case "GOAWAY_REASON_EXCESS": self = .excess
        case "GOAWAY_REASON_INTERNAL": self = .`internal`
        default: return nil
        }
    }
}
