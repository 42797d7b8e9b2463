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

extension UpdateOrganizationResponse: Shown {
    var lines: [Line] {
        (organization?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: there was nothing to do" : "yes"),
                ("event", eventId),
            ]
    }
}

extension SwitchRolesResponse: Shown {
    var lines: [Line] {
        (organization?.lines ?? [])
            + [
                ("administrator count", administratorCount.text),
                ("changed", unchanged ? "nothing: it was so before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension AdministratorRoles: Listed {
    static var columns: [Column] {
        [
            ("account", { $0.accountId }),
            ("roles", { $0.roleIds.joined(separator: " ") }),
        ]
    }
}
