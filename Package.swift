// swift-tools-version: 6.2
import PackageDescription

/// What every module of ours is compiled with.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "annals",
    products: [
        .executable(name: "annals", targets: ["Main"])
    ],
    dependencies: [
        // The command line: parsing, help, completions and the exit code 64 for misuse.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // `--debug`: what was connected to, started and retried, on stderr.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        // SHA-256 of an entry's canonical bytes, and of a file of projections.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    ],
    targets: [
        // The domain: dates, actors, events, rulebook, effects, the value of a lane. No I/O, no clock.
        .target(name: "Annals", swiftSettings: house),

        // The one door to libpq.
        .systemLibrary(
            name: "CLibpq",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        .target(
            name: "Postgres",
            dependencies: ["CLibpq"],
            swiftSettings: house + [.strictMemorySafety()]
        ),

        // Append, sequence, read, migrate, the private cluster.
        .target(
            name: "EventLog",
            dependencies: [
                "Annals",
                "Postgres",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            // A link to the top-level Schema/. The build sees files come and go only inside a target.
            exclude: ["Schema"],
            swiftSettings: house,
            plugins: ["EmbedTextPlugin"]
        ),

        // From entries to effects and activity; replay; answers.
        .target(
            name: "Projections",
            dependencies: [
                "Annals",
                "Postgres",
                "EventLog",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house
        ),

        // Files in and out: one file a format.
        .target(name: "Formats", dependencies: ["Annals"], swiftSettings: house),

        // What people look at: lanes, cards, the matrix, the network; for terminals, SVG and HTML.
        .target(name: "Pictures", dependencies: ["Annals"], swiftSettings: house),

        // The command: one subcommand a file.
        .target(
            name: "Commands",
            dependencies: [
                "Annals",
                "Postgres",
                "EventLog",
                "Projections",
                "Formats",
                "Pictures",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Examples"],
            swiftSettings: house,
            plugins: ["EmbedTextPlugin"]
        ),
        .executableTarget(name: "Main", dependencies: ["Commands"], swiftSettings: house),

        // `make man`: manual pages, out of what the built command tells of itself.
        .executableTarget(name: "ManualPages", swiftSettings: house),

        // Schema/ (in EventLog) and Examples/ (in Commands) as string literals, so that an installed annals
        // needs no source tree.
        .executableTarget(
            name: "EmbedTextTool",
            path: "Sources/EmbedText/Tool",
            swiftSettings: house
        ),
        .plugin(
            name: "EmbedTextPlugin",
            capability: .buildTool(),
            dependencies: ["EmbedTextTool"],
            path: "Sources/EmbedText/Plugin"
        ),

        // What the test targets share: a throwaway cluster, a database of one's own, builders.
        .target(
            name: "Support",
            dependencies: [
                "Annals",
                "Postgres",
                "EventLog",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Support",
            swiftSettings: house
        ),
        .testTarget(name: "AnnalsTests", dependencies: ["Annals", "Support"], swiftSettings: house),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "Support"], swiftSettings: house),
        .testTarget(
            name: "EventLogTests",
            dependencies: [
                "EventLog",
                "Postgres",
                "Annals",
                "Support",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "ProjectionsTests",
            dependencies: ["Projections", "EventLog", "Formats", "Postgres", "Annals", "Support"],
            swiftSettings: house
        ),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "Annals", "Support"],
            swiftSettings: house
        ),
        .testTarget(
            name: "PicturesTests",
            dependencies: ["Pictures", "Annals", "Support"],
            swiftSettings: house
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: ["Commands", "EventLog", "Postgres", "Annals", "Support", "Main", "ManualPages"],
            swiftSettings: house
        ),
        // The whole under fire. `make hammer`.
        .testTarget(
            name: "HammerTests",
            dependencies: ["EventLog", "Postgres", "Annals", "Support", "Main"],
            path: "Tests/Hammer",
            swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz`: what reads what others wrote, instrumented and fed by libFuzzer.
if Context.environment["ANNALS_FUZZ"] != nil {
    let read = ["Annals", "Formats", "EventLog"]
    for target in package.targets where read.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
    }
    package.targets.append(.systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"))
    package.targets += ["Canonical", "Dates", "Lines", "Notes", "Tables"].map { name in
        .executableTarget(
            name: "Fuzz" + name,
            dependencies: read.map { .byName(name: $0) } + ["CLibFuzzer"],
            path: "Tests/Fuzz/" + name,
            swiftSettings: house + [.unsafeFlags(["-sanitize=fuzzer"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
        )
    }
}
