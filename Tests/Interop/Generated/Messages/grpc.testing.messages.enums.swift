// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

/// What a payload is made of.
package enum PayloadType: MessageEnum {
    /// Zeros. COMPRESSABLE in the original: our generator wants the enum's name in front, and names do not travel.
    case compressable
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .compressable
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .compressable: 0
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [PayloadType] = [
        .compressable,
    ]

    package static var protoPrefix: String { "PAYLOAD_TYPE_" }

    package var protoName: String {
        switch self {
        case .compressable: "PAYLOAD_TYPE_COMPRESSABLE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "PAYLOAD_TYPE_COMPRESSABLE": self = .compressable
        default: return nil
        }
    }
}
