internal import Contract
internal import Messages
internal import RPC

/// `grpc.health.v1`. A server answers calls as a whole, so each of its services is as well as the whole, whose name is "".
struct HealthHandler: Health {
    private let health: HealthWatch
    private let names: Set<String>

    /// - Parameter services: full names, as in `mandate.mailbox.v1.AccessService`.
    init(services: Set<String>, health: HealthWatch) {
        self.health = health
        names = services.union([""])
    }

    func check(_ request: HealthCheckRequest, _ call: Call) throws(Status) -> Answer<HealthCheckResponse> {
        guard names.contains(request.service) else {
            throw Status(
                .notFound, .notFound, "this server has no service \(request.service)",
                metadata: ["field": "service"])
        }
        return .now(HealthCheckResponse(status: serving(health.readiness.reasons.isEmpty)))
    }

    func list(_ request: HealthListRequest, _ call: Call) throws(Status) -> Answer<HealthListResponse> {
        let answer = HealthCheckResponse(status: serving(health.readiness.reasons.isEmpty))
        return .now(HealthListResponse(statuses: names.sorted().map { .init(key: $0, value: answer) }))
    }

    /// Ends with OK when the server drains: a last NOT_SERVING says why.
    func watch(_ request: HealthCheckRequest, _ responses: ResponseWriter<HealthCheckResponse>, _ call: Call) async throws {
        let isKnown = names.contains(request.service)
        var told: HealthCheckResponse.ServingStatus?
        for await isReady in health.states() {
            // The services of a running server never change, so an unknown one is told once and stays so.
            let status = isKnown ? serving(isReady) : .serviceUnknown
            guard status != told else { continue }
            try await responses.send(HealthCheckResponse(status: status))
            told = status
        }
        try Task.checkCancellation()
    }

    private func serving(_ isReady: Bool) -> HealthCheckResponse.ServingStatus {
        isReady ? .serving : .notServing
    }
}
