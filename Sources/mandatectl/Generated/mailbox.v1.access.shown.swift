// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

internal import Messages

extension FolderGrants: Shown {
    var lines: [Line] {
        [
            ("read folders", readFolders.joined(separator: " ")),
            ("write folders", writeFolders.joined(separator: " ")),
            ("delete folders", deleteFolders.joined(separator: " ")),
        ]
    }
}
