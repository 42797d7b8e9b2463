/// Contracts of others that our servers speak too. Their files cannot keep our rules or carry our options.
enum Foreign {
    /// - Parameter path: as in `grpc/health/v1/health.proto`.
    static func isForeign(_ path: String) -> Bool { !path.hasPrefix("mandate/") }

    /// Who may call their services, as the option mandate.rpc.v1.access would say.
    static let access: [String: AccessDeclaration] = [
        "grpc.health.v1.Health": AccessDeclaration(kind: anyone),
        "grpc.reflection.v1.ServerReflection": AccessDeclaration(kind: caller),
        "grpc.reflection.v1alpha.ServerReflection": AccessDeclaration(kind: caller),
    ]

    /// Numbers of mandate.rpc.v1.AccessKind.
    private static let caller: Int32 = 5
    private static let anyone: Int32 = 6
}
