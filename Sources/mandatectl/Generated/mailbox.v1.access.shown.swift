// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

internal import Messages

extension FolderGrants: Shown {
    var lines: [Line] {
        [
            ("read", read.joined(separator: " ")),
            ("write", write.joined(separator: " ")),
            ("delete", delete.joined(separator: " ")),
        ]
    }
}

extension CheckResponse: Shown {
    var lines: [Line] {
        [
            ("allowed", allowed.word),
            ("reason", reason.word),
            ("delegation", delegationId),
            ("expires", expireTime?.text ?? ""),
            ("identity revision", identityRevision.text),
            ("displayed sender", displayedSender.word),
            ("displayed name", displayedName),
        ]
    }
}
