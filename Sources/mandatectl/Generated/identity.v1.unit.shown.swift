// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

internal import Messages

extension Unit: Shown, Listed {
    static var columns: [Column] {
        [
            ("unit", { $0.id }),
            ("parent", { $0.parentId }),
            ("external id", { $0.externalId }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("unit", id),
            ("organization", organizationId),
            ("parent", parentId),
            ("name", displayName),
            ("external id", externalId),
            ("default domain", defaultDomain),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension CreateUnitResponse: Shown {
    var lines: [Line] {
        (unit?.lines ?? []) + [("event", eventId)]
    }
}

extension UpdateUnitResponse: Shown {
    var lines: [Line] {
        (unit?.lines ?? []) + [("changed", unchanged ? "nothing: there was nothing to do" : "yes"), ("event", eventId)]
    }
}

extension MoveUnitResponse: Shown {
    var lines: [Line] {
        (unit?.lines ?? []) + [("changed", unchanged ? "nothing: it was there before" : "yes"), ("event", eventId)]
    }
}

extension DeleteUnitResponse: Shown {
    var lines: [Line] {
        [("event", eventId)]
    }
}

extension GetUnitResponse: Shown {
    var lines: [Line] {
        unit?.lines ?? []
    }
}

extension ListUnitsRequest: PageRequest {}

extension ListUnitsResponse: ListPage {
    static var rowsName: String { "units" }
    var rows: [Unit] { units }
}

extension SetAccountUnitResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? []) + [("changed", unchanged ? "nothing: it was there before" : "yes"), ("event", eventId)]
    }
}
