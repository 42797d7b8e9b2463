// swift-tools-version: 6.2
import PackageDescription

// A package of its own: SwiftProtobuf reads descriptors here and is no
// dependency of the servers.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "mandate-generator",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0")
    ],
    targets: [
        .target(
            name: "Generator",
            dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")],
            swiftSettings: strict),
        .executableTarget(
            name: "mandate-generator", dependencies: ["Generator"], swiftSettings: strict),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["Generator", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
            swiftSettings: strict),
    ]
)
