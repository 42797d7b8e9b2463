// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

internal import Messages

extension AssignRoleResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it had the role before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension UnassignRoleResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it did not have the role" : "yes"),
                ("event", eventId),
                ("warning", warnings.map(\.sentence).joined(separator: " ")),
            ]
    }
}

extension ListRoleAssignmentsRequest: PageRequest {}

extension ListRoleAssignmentsResponse: ListPage {
    static var rowsName: String { "assignments" }
    var rows: [RoleAssignment] { assignments }
}
