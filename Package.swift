// swift-tools-version: 6.2
import PackageDescription

// Three layers; every arrow points down. `Sources/README.md` is the map. SwiftPM alone does not enforce the
// arrows: the Makefile builds with `--explicit-target-dependency-import-check error`.
let package = Package(
  name: "assay",
  products: [
    .executable(name: "assay", targets: ["assay"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Words: leaves that import nothing of ours.
    .target(name: "JSON"),
    .target(name: "Relevance"),
    .target(name: "Embeddings", dependencies: ["CKernels", "JSON"]),
    .target(name: "TerminalUI"),

    // Engine: no input or output, no clock, no environment, no global randomness.
    .target(name: "Retrieval", dependencies: ["Relevance", "Embeddings", "CKernels", "CStemmer"]),
    .target(name: "Explorer", dependencies: ["Relevance", "Retrieval", "TerminalUI"]),

    // Shell: files, C libraries, the terminal.
    .target(
      name: "Storage",
      dependencies: [
        "JSON", "Relevance", "Embeddings", "Retrieval", "CStorage",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Index/README.md"]),
    .target(name: "Imaging", dependencies: ["Embeddings", "CImaging"]),
    .target(
      name: "RemoteEncoder", dependencies: ["JSON", "Relevance", "Embeddings", "CHTTP", "CZlib"]),
    .target(
      name: "CursesBackend",
      dependencies: ["TerminalUI", "Embeddings", "CImaging", "CNcurses", "CSixel", "CTerminal"]),
    .target(name: "OpenVINOBackend", dependencies: ["JSON", "Embeddings", "COpenVINO"]),

    // Compose: the only place that names concrete backends.
    .executableTarget(
      name: "assay",
      dependencies: [
        "JSON", "Relevance", "Embeddings", "TerminalUI", "Retrieval", "Explorer", "Storage", "Imaging",
        "CursesBackend", "OpenVINOBackend", "RemoteEncoder", "CTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "OrderedCollections", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // C: kernels and adapters only.
    .target(name: "CKernels"),
    .target(
      name: "CImaging",
      linkerSettings: [.linkedLibrary("turbojpeg"), .linkedLibrary("png"), .linkedLibrary("webp")]),
    .target(name: "COpenVINO", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CStorage"),
    .target(name: "CHTTP"),
    .target(name: "CTerminal"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSixel"),
    .systemLibrary(name: "CStemmer"),
    .systemLibrary(name: "CZlib"),

    .target(
      name: "TestSupport", dependencies: ["Embeddings", "TerminalUI"], path: "Tests/Support"),
    .testTarget(name: "CKernelsTests", dependencies: ["CKernels", "TestSupport"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
    .testTarget(
      name: "RelevanceTests", dependencies: ["Relevance", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "EmbeddingsTests", dependencies: ["Embeddings", "CKernels", "JSON", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"], exclude: ["Widgets/Screens"]),
    .testTarget(
      name: "RetrievalTests", dependencies: ["Retrieval", "Relevance", "Embeddings", "TestSupport"]),
    .testTarget(
      name: "ExplorerTests",
      dependencies: ["Explorer", "Relevance", "Retrieval", "TerminalUI", "TestSupport"],
      exclude: ["Screens"]),
    .target(name: "CFileWatch", path: "Tests/CFileWatch"),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "Relevance", "Embeddings", "Retrieval", "CFileWatch", "TestSupport"],
      exclude: ["Fixtures"]),
    .target(name: "CTestPictures", path: "Tests/CTestPictures"),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging", "Embeddings", "CTestPictures", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CursesBackendTests",
      dependencies: ["CursesBackend", "TerminalUI", "Embeddings", "Imaging", "CTerminal", "TestSupport"]),
    .target(
      name: "LoopbackServer", dependencies: ["Relevance", "RemoteEncoder"], path: "Tests/LoopbackServer"),
    .testTarget(
      name: "OpenVINOBackendTests", dependencies: ["OpenVINOBackend", "JSON", "Embeddings", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "RemoteEncoderTests",
      dependencies: [
        "RemoteEncoder", "JSON", "Relevance", "Embeddings", "Imaging", "LoopbackServer", "TestSupport",
      ]),
    .testTarget(
      name: "AssayTests",
      dependencies: [
        "assay", "Embeddings", "Explorer", "OpenVINOBackend", "Relevance", "RemoteEncoder", "Retrieval",
        "Storage", "TerminalUI", "CTerminal", "LoopbackServer", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixtures", "Screens", "Shop"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// One loop, so that no target can forget a flag.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335: `any` marks every existential
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: members need their own import
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: imports are not re-exported by accident
    .treatAllWarnings(as: .error),
  ]
  target.cSettings = [.treatAllWarnings(as: .error)]
}
