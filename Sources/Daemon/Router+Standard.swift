internal import Contract
internal import Messages
internal import RPC

extension Router {
    /// gRPC's own services over everything that the router has so far, and themselves: health, and reflection in both of
    /// its versions.
    ///
    /// - Returns: a router of health alone, for probes that have no certificate.
    @discardableResult
    mutating func addStandardServices(_ health: HealthWatch) -> Router {
        let standard = HealthMethods.all + ServerReflectionMethods.all + AlphaServerReflectionMethods.all
        let services = Set((methods + standard).map { String($0.path.prefix { $0 != "/" }) })
        let healthHandler = HealthHandler(services: services, health: health)
        add(healthHandler)
        let reflection = ReflectionHandler(
            services: services.sorted(), index: ReflectionIndex(contractFiles), health: health)
        add(reflection)
        // v1alpha is v1 under another name; the bytes are the same.
        let alpha = AlphaServerReflectionMethods.serverReflectionInfo.descriptor
        bidirectional(Method<ServerReflectionRequest, ServerReflectionResponse>(alpha)) {
            try await reflection.serverReflectionInfo($0, $1, $2)
        }
        var probes = Router()
        probes.add(healthHandler)
        return probes
    }
}
