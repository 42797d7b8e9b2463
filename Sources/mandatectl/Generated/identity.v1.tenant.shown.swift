// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

internal import Messages

extension Tenant: Shown, Listed {
    static var columns: [Column] {
        [
            ("tenant", { $0.id }),
            ("external id", { $0.externalId }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("tenant", id),
            ("organization", organizationId),
            ("name", displayName),
            ("external id", externalId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension CreateTenantResponse: Shown {
    var lines: [Line] {
        (tenant?.lines ?? []) + [("event", eventId)]
    }
}

extension UpdateTenantResponse: Shown {
    var lines: [Line] {
        (tenant?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: there was nothing to do" : "yes"),
                ("event", eventId),
            ]
    }
}

extension DeleteTenantResponse: Shown {
    var lines: [Line] {
        [("event", eventId)]
    }
}

extension GetTenantResponse: Shown {
    var lines: [Line] {
        tenant?.lines ?? []
    }
}

extension ListTenantsRequest: PageRequest {}

extension ListTenantsResponse: ListPage {
    static var rowsName: String { "tenants" }
    var rows: [Tenant] { tenants }
}
