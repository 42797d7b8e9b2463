internal import RPC

extension Readiness {
    /// `/health` on the gRPC side, for a person or a load balancer that speaks HTTP/2 and not gRPC.
    func page(_ path: String) -> PlainPage? {
        guard path == "/health" else { return nil }
        let reasons = self.reasons
        return reasons.isEmpty
            ? PlainPage(status: 200, text: "ready\n")
            : PlainPage(status: 503, text: "not ready: " + reasons.joined(separator: "; ") + "\n")
    }
}
