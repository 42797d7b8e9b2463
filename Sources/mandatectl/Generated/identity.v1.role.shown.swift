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

extension GetRoleMatrixResponse: Shown {
    var shown: String { Table.text(of: scopes) }
}

extension ScopeLevels: Listed {
    static var columns: [Column] {
        [
            ("scope", { $0.scope }),
            ("full admin", { $0.fullAdmin.word }),
            ("policy admin", { $0.policyAdmin.word }),
            ("support", { $0.support.word }),
            ("auditor", { $0.auditor.word }),
        ]
    }
}
