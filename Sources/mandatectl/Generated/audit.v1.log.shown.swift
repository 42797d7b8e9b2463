// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

internal import Messages

extension TreeHead: Shown {
    var lines: [Line] {
        [
            ("organization", organizationId),
            ("size", size.text),
            ("root", root.hex),
            ("event class", eventClass.word),
        ]
    }
}

extension GetLogRootResponse: Shown {
    var lines: [Line] {
        head?.lines ?? []
    }
}
