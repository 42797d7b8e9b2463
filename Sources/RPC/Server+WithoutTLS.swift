package import NIOCore

extension Server {
    /// gRPC without TLS, for a connection that somebody else accepted on a port that only probes reach. Its caller has no
    /// name, so the router must hold nothing that asks for one.
    package static func grpcWithoutTLS(
        _ router: Router, limits: Limits = .standard, loop: any EventLoop
    ) -> any ChannelHandler {
        GRPCConnection(router: router, limits: limits, loop: loop, caller: "", address: "", errors: { _, _ in })
    }
}
