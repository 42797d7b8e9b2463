// Generated from mandate/identity/v1/role_assignment.proto by proto/generate. Do not edit.

internal import Messages

extension RoleAssignment: Listed {
    static var columns: [Column] {
        [
            ("account", { $0.accountId }),
            ("role", { $0.roleId }),
            ("unit", { $0.unitId }),
            ("created", { $0.createTime?.text ?? "" }),
        ]
    }
}
