// Generated from mandate/mailbox/v1/delegation_resource.proto by proto/generate. Do not edit.

internal import Messages

extension Delegation: Shown {
    var lines: [Line] {
        [
            ("delegation", id),
            ("organization", organizationId),
            ("mailbox", mailboxId),
            ("grantee", granteeId),
            ("rights", rights.words),
            ("starts", startTime?.text ?? ""),
            ("expires", expireTime?.text ?? ""),
            ("granted by", grantedBy),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
            ("displayed sender", displayedSender.word),
            ("read folders", readFolders.joined(separator: " ")),
            ("write folders", writeFolders.joined(separator: " ")),
            ("delete folders", deleteFolders.joined(separator: " ")),
            ("frozen", frozen.word),
            ("self grant", selfGrant.word),
        ]
    }
}
