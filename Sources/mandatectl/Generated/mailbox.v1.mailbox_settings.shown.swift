// Generated from mandate/mailbox/v1/mailbox_settings.proto by proto/generate. Do not edit.

internal import Messages

extension MailboxSettings: Shown {
    var lines: [Line] {
        [
            ("mailbox", mailboxId),
            ("organization", organizationId),
            ("allow shared access", allowSharedAccess.word),
            ("displayed sender", displayedSender.word),
            ("default signature text", defaultSignatureText),
            ("default signature html", defaultSignatureHtml),
            ("update time", updateTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GetMailboxSettingsResponse: Shown {
    var lines: [Line] {
        (mailboxSettings?.lines ?? [])
            + [
                ("shared", shared.word),
                ("effective displayed sender", effectiveDisplayedSender.word),
            ]
    }
}
