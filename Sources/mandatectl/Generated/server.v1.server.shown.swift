// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

internal import Messages

extension BackupServerResponse: Shown {
    var lines: [Line] {
        [
            ("name", name),
            ("bytes", bytes.text),
            ("position", position.text),
        ]
    }
}
