import Messages
import RPC
import Testing

/// Expects a status, and returns it for a closer look.
@discardableResult
func refused<T>(
    _ code: Code, _ reason: ErrorReason, at location: SourceLocation = #_sourceLocation,
    _ work: () async throws -> T
) async -> Status? {
    do {
        _ = try await work()
        Issue.record("answered, expected \(reason.name)", sourceLocation: location)
    } catch let status as Status {
        #expect(status.code == code, sourceLocation: location)
        #expect(status.reason == reason, sourceLocation: location)
        return status
    } catch {
        Issue.record(error, sourceLocation: location)
    }
    return nil
}
