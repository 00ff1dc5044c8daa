// swift-tools-version: 6.2
import PackageDescription

/// Hummingbird's strict flags, and warnings are errors.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// One module of `Sources/`; `uses` names modules of this package, `packages` products of others.
///
/// `uses` must equal the arrows of ARCHITECTURE.md: `make lint` compares both with the imports in the code.
func module(_ name: String, uses: [String] = [], packages: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses.map { .target(name: $0) } + packages, swiftSettings: strict)
}

/// The tests of one module.
func tests(of name: String, uses: [String] = [], packages: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: ([name] + uses).map { .target(name: $0) } + packages,
        swiftSettings: strict
    )
}

let package = Package(
    name: "plaza",
    platforms: [.macOS(.v15)],
    targets: [
        module("Marketplace")
    ],
    swiftLanguageModes: [.v6]
)
