// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

internal import Messages

extension Licence: Shown, Listed {
    static var columns: [Column] {
        [
            ("licence", { $0.id }),
            ("account", { $0.accountId }),
            ("subscription", { $0.subscriptionId }),
            ("plan", { $0.plan }),
            ("created", { $0.createTime?.text ?? "" }),
        ]
    }

    var lines: [Line] {
        [
            ("licence", id),
            ("organization", organizationId),
            ("subscription", subscriptionId),
            ("account", accountId),
            ("plan", plan),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension AssignLicenceResponse: Shown {
    var lines: [Line] {
        (licence?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: the account had a licence of this subscription before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension UnassignLicenceResponse: Shown {
    var lines: [Line] {
        [
            ("changed", unchanged ? "nothing: the account had no licence of this subscription" : "yes"),
            ("event", eventId),
        ]
    }
}

extension ListLicencesRequest: PageRequest {}

extension ListLicencesResponse: ListPage {
    static var rowsName: String { "licences" }
    var rows: [Licence] { licences }
}
