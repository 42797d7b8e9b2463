// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

internal import Messages

extension AdministratorWarning {
    var sentence: String {
        switch self {
        case .unspecified: "Never sent."
        case .lastFullAdmin: "One active Full admin is left."
        case .unrecognized: word
        }
    }
}

extension Role: Listed {
    static var columns: [Column] {
        [
            ("role", { $0.id }),
            ("name", { $0.displayName }),
        ]
    }
}

extension ListRolesRequest: PageRequest {}

extension ListRolesResponse: ListPage {
    static var rowsName: String { "roles" }
    var rows: [Role] { roles }
}
