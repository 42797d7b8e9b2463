// Generated from mandate/identity/v1/session.proto by proto/generate. Do not edit.

internal import Messages

extension DeleteSessionResponse: Shown {}
