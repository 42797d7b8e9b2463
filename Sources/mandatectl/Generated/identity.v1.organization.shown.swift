// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

internal import Messages

extension Organization: Shown, Listed {
    static var columns: [Column] {
        [
            ("organization", { $0.id }),
            ("preset", { $0.preset.word }),
            ("owner", { $0.ownerId }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("organization", id),
            ("name", displayName),
            ("preset", preset.word),
            ("owner", ownerId),
            ("roles enabled", rolesEnabled.word),
            ("external id", externalId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GetOrganizationResponse: Shown {
    var lines: [Line] {
        organization?.lines ?? []
    }
}

extension ListOrganizationsRequest: PageRequest {}

extension ListOrganizationsResponse: ListPage {
    static var rowsName: String { "organizations" }
    var rows: [Organization] { organizations }
}
