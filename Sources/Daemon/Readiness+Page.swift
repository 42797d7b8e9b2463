internal import RPC

extension Readiness {
    /// `/health` on the gRPC side, for a person or a load balancer that speaks HTTP/2 and not gRPC.
    func page(_ path: String) -> PlainPage? {
        guard path == "/health" else { return nil }
        let reasons = self.reasons
        return PlainPage(status: reasons.isEmpty ? 200 : 503, text: text(reasons))
    }

    /// What a person reads: whether it is ready, and a line for each warning.
    func text(_ reasons: [String]) -> String {
        let state = reasons.isEmpty ? "ready" : "not ready: " + reasons.joined(separator: "; ")
        return ([state] + standingWarnings.map { "warning: " + $0 }).joined(separator: "\n") + "\n"
    }
}
