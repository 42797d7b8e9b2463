// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

internal import Messages

extension Signature: Shown, Listed {
    static var columns: [Column] {
        [
            ("account", { $0.accountId }),
            ("mailbox", { $0.mailboxId }),
            ("text", { $0.text }),
            ("update time", { $0.updateTime?.text ?? "" }),
        ]
    }

    var lines: [Line] {
        [
            ("account", accountId),
            ("mailbox", mailboxId),
            ("organization", organizationId),
            ("text", text),
            ("html", html),
            ("update time", updateTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GetSignatureResponse: Shown {
    var lines: [Line] {
        (signature?.lines ?? []) + [("inherited", inherited.word)]
    }
}

extension DeleteSignatureResponse: Shown {
    var lines: [Line] {
        (signature?.lines ?? []) + [("event", eventId)]
    }
}

extension ListSignaturesRequest: PageRequest {}

extension ListSignaturesResponse: ListPage {
    static var rowsName: String { "signatures" }
    var rows: [Signature] { signatures }
}
