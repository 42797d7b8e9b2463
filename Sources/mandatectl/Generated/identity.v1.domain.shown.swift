// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

internal import Messages

extension Domain: Shown, Listed {
    static var columns: [Column] {
        [
            ("domain", { $0.id }),
            ("name", { $0.name }),
            ("state", { $0.state.word }),
            ("record name", { $0.recordName }),
            ("record value", { $0.recordValue }),
        ]
    }

    var lines: [Line] {
        [
            ("domain", id),
            ("organization", organizationId),
            ("name", name),
            ("state", state.word),
            ("record name", recordName),
            ("record value", recordValue),
            ("created", createTime?.text ?? ""),
            ("verify time", verifyTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension ClaimDomainResponse: Shown {
    var lines: [Line] {
        (domain?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: the organization has claimed it before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension VerifyDomainResponse: Shown {
    var lines: [Line] {
        (domain?.lines ?? []) + [("changed", unchanged ? "nothing" : "yes"), ("event", eventId)]
    }
}

extension ReleaseDomainResponse: Shown {
    var lines: [Line] {
        [("event", eventId)]
    }
}

extension GetDomainResponse: Shown {
    var lines: [Line] {
        domain?.lines ?? []
    }
}

extension ListDomainsRequest: PageRequest {}

extension ListDomainsResponse: ListPage {
    static var rowsName: String { "domains" }
    var rows: [Domain] { domains }
}
