// Generated from mandate/identity/v1/session.proto by proto/generate. Do not edit.

package import Messages

extension CreateSessionRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .sessionCreated,
            "session")
    }
}

extension DeleteSessionRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .sessionEnded,
            "session")
    }
}
