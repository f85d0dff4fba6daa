// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order of the architecture (docs/architecture.md): each imports only those above it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sanad",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sanad", targets: ["sanad"]),
    .library(name: "PersianText", targets: ["PersianText"]),
    .library(name: "SanadCoding", targets: ["Coding", "Intake"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "CSanadData"),
    .target(name: "CSanadMath"),
    .target(name: "DataFiles", dependencies: ["CSanadData", "Diagnostics"], swiftSettings: strict),
    .target(name: "PersianText", dependencies: ["DataFiles", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "PersianSyntax", dependencies: ["CSanadMath", "PersianText", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .target(name: "Chronology", dependencies: ["PersianText", "DataFiles", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "World", dependencies: ["PersianSyntax", "PersianText", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "Coding",
      dependencies: ["PersianText", "PersianSyntax", "Chronology", "World", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "Intake", dependencies: ["CZlib", "Coding", "Chronology", "PersianText", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Coding", "Chronology", "PersianSyntax", "PersianText", "DataFiles", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Ledger", "Coding", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Fetching",
      dependencies: [
        "Intake", "Diagnostics", .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sanad",
      dependencies: [
        "Exchange", "Ledger", "Intake", "Coding", "World", "Chronology", "PersianSyntax", "PersianText", "DataFiles",
        "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sanad-train",
      dependencies: [
        "Ledger", "Intake", "Coding", "Chronology", "PersianSyntax", "PersianText", "DataFiles", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "DataFilesTests", dependencies: ["DataFiles", "Diagnostics"], swiftSettings: strict),
    .testTarget(name: "PersianTextTests", dependencies: ["PersianText"], swiftSettings: strict),
    .testTarget(
      name: "PersianSyntaxTests", dependencies: ["PersianSyntax", "PersianText", "DataFiles"], swiftSettings: strict),
    .testTarget(name: "ChronologyTests", dependencies: ["Chronology"], swiftSettings: strict),
    .testTarget(
      name: "WorldTests", dependencies: ["World", "PersianSyntax", "PersianText", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "CodingTests", dependencies: ["Coding", "Intake", "PersianText", "DataFiles", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Coding", "Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "Coding", "Chronology", "PersianText", "DataFiles", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "Ledger", "Coding", "DataFiles"], swiftSettings: strict),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching", "Intake", "Diagnostics"], swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["sanad"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
