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

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "plaza",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),

        module("Marketplace"),
        module("Markdown", uses: ["CMark"]),
        module("Words", uses: ["CICU"]),
        module("Templating", packages: [mustache]),
        module("Store", uses: ["Marketplace"], packages: [grdb, crypto]),
        tests(of: "Marketplace"),
        tests(of: "Markdown"),
        tests(of: "Words"),
        tests(of: "Templating"),
        tests(of: "Store", uses: ["Marketplace"], packages: [grdb]),
    ],
    swiftLanguageModes: [.v6]
)
