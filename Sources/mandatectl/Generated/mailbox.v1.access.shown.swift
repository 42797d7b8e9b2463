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
