// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

internal import Messages

extension SystemOperationHolding: Shown, Listed {
    static var columns: [Column] {
        [
            ("holder", { $0.holderId }),
            ("operation", { $0.operation.word }),
            ("granted by", { $0.grantedBy }),
            ("created", { $0.createTime?.text ?? "" }),
        ]
    }

    var lines: [Line] {
        [
            ("organization", organizationId),
            ("holder", holderId),
            ("operation", operation.word),
            ("granted by", grantedBy),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GrantSystemOperationResponse: Shown {
    var lines: [Line] {
        (holding?.lines ?? []) + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}

extension RevokeSystemOperationResponse: Shown {
    var lines: [Line] {
        (holding?.lines ?? []) + [("event", eventId)]
    }
}

extension ListSystemOperationsRequest: PageRequest {}

extension ListSystemOperationsResponse: ListPage {
    static var rowsName: String { "holdings" }
    var rows: [SystemOperationHolding] { holdings }
}
