package import RPC

extension Limits {
    /// The standard ones for tests on real sockets: times that a busy machine cannot use up.
    package static var patient: Limits {
        var limits = Limits.standard
        limits.handshake = patience
        limits.hello = patience
        limits.frameFinish = patience
        limits.idle = patience
        limits.linger = patience
        limits.keepalive = patience
        limits.keepaliveTimeout = patience
        limits.connect = patience
        return limits
    }
}
