/// The route of a connection's last call: callers tend to call one method, and comparing its path is cheaper than hashing it.
struct RouteMemory {
    private let router: Router
    private var path: [UInt8] = []
    private var last: Router.Route?

    init(_ router: Router) {
        self.router = router
    }

    mutating func route(_ asked: [UInt8]) -> Router.Route? {
        if let last, path == asked { return last }
        guard let route = router.route(String(decoding: asked, as: UTF8.self)) else { return nil }
        path = asked
        last = route
        return route
    }
}
