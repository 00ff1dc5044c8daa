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

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "plaza",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "plaza", targets: ["plaza"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        module("Marketplace"),
        module("Catalogue", uses: ["CZip", "Marketplace"], packages: [yams, crypto]),
        module("Markdown", uses: ["CMark"]),
        module("Words", uses: ["CICU"]),
        module("Templating"),
        module("QRCode", uses: ["CQREncode"]),
        module("FacetIndex", uses: ["CDeflate", "CLinux", "CZlib", "Marketplace"], packages: [crypto]),
        module("Pages", uses: ["Marketplace", "Markdown", "QRCode", "Templating"]),
        module(
            "SiteGenerator", uses: ["CBrotli", "CLinux", "Catalogue", "FacetIndex", "Marketplace", "Pages"],
            packages: [crypto]),
        module("Store", uses: ["Marketplace"], packages: [grdb, crypto, cryptoExtras]),
        module(
            "Server", uses: ["CLinux", "FacetIndex", "Marketplace", "Pages", "Store"],
            packages: [hummingbird, logging, crypto, serviceLifecycle, unixSignals]),
        .executableTarget(
            name: "plaza",
            dependencies: [
                "Catalogue", "FacetIndex", "Marketplace", "Pages", "Server", "SiteGenerator", "Store", "Words",
                argumentParser, logging,
            ],
            swiftSettings: strict
        ),

        // Only measured with: `make bench-facets` builds it.
        .executableTarget(
            name: "TemplateBench", dependencies: ["Marketplace", "Pages", "Templating"], swiftSettings: strict),
        .executableTarget(
            name: "FacetBench",
            dependencies: ["Catalogue", "FacetIndex", "Marketplace", "Pages", "SiteGenerator", "Templating"],
            swiftSettings: strict),

        .target(
            name: "Fixtures", dependencies: ["Marketplace", "Pages", "Templating"], path: "Tests/Fixtures",
            swiftSettings: strict
        ),
        tests(of: "Marketplace", uses: ["Fixtures"]),
        tests(of: "Catalogue", uses: ["Fixtures", "Marketplace"]),
        tests(of: "Markdown"),
        tests(of: "Words"),
        tests(of: "Templating"),
        tests(of: "QRCode"),
        tests(of: "FacetIndex", uses: ["Fixtures", "Marketplace"]),
        tests(of: "Pages", uses: ["Fixtures", "Marketplace"]),
        tests(of: "SiteGenerator", uses: ["Catalogue", "Fixtures", "Marketplace", "Pages"]),
        tests(of: "Store", uses: ["Fixtures", "Marketplace"], packages: [grdb]),
        tests(
            of: "Server", uses: ["Fixtures", "Marketplace", "Pages", "Store", "Words"],
            packages: [hummingbird, hummingbirdTesting]
        ),
    ],
    swiftLanguageModes: [.v6]
)
