/// A call that ended with another status than OK. Programs act on code and reason, people read the message.
struct CallError: Error {
    /// gRPC's number.
    let code: Int32
    /// Of the one ErrorInfo in the details, as in `CALLER_NOT_ALLOWED`.
    let reason: String
    let message: String

    /// UNAVAILABLE, by this side's own judgement.
    static func broken(_ message: String) -> CallError {
        CallError(code: 14, reason: "DISCONNECTED", message: message)
    }

    private init(code: Int32, reason: String, message: String) {
        self.code = code
        self.reason = reason
        self.message = message
    }

    init(_ status: Mandate_Rpc_V1_Status) throws {
        let info = try status.details.first { $0.typeURL == "type.googleapis.com/google.rpc.ErrorInfo" }
            .map { try Mandate_Rpc_V1_ErrorInfo(serializedBytes: [UInt8]($0.value)) }
        self.init(code: status.code, reason: info?.reason ?? "-", message: status.message)
    }

    private static let names = [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
        "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
        "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ]

    var codeName: String {
        Self.names.indices.contains(Int(code)) ? Self.names[Int(code)] : "UNKNOWN"
    }
}
