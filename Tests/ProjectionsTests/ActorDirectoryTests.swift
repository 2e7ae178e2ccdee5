import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `The directory of actors` {
    let log: Log
    let directory: ActorDirectory
    private var chronicle = Chronicle()

    init() throws {
        log = try TestDatabase().openLog()
        directory = ActorDirectory(log)
        // #1 to #5
        try chronicle.say(
            .actor(
                "taliban",
                name: "Taliban",
                aliases: ["Islamic Emirate of Afghanistan"],
                codes: ["plover:AFGREB"]
            )
        )
        try chronicle.say(
            .actor("united-states", name: "United States", aliases: ["US", "us"], codes: ["iso3:USA"])
        )
        let renaming = try chronicle.say(.actor("taliban", name: "The Taliban", aliases: ["US"]))
        try chronicle.retract(renaming)
        try chronicle.say(.actor("taliban", name: "Islamic Emirate"))
        try chronicle.write(to: log)
    }

    @Test func `gives names that begin so, slugs first, and of nothing slugs alone`() throws {
        #expect(try directory.names(beginningWith: "", most: 9) == ["taliban", "united-states"])
        #expect(try directory.names(beginningWith: "", most: 1) == ["taliban"])
        #expect(
            try directory.names(beginningWith: "United-S", most: 9) == ["united-states", "United States"]
        )
        #expect(try directory.names(beginningWith: "u", most: 9) == ["united-states", "US", "United States"])
        #expect(try directory.names(beginningWith: "the", most: 9) == [])
        #expect(try directory.names(beginningWith: "%", most: 9) == [])
    }

    @Test(
        arguments: [
            (0, nil), (1, "Taliban"), (2, "Taliban"), (3, "The Taliban"), (4, "Taliban"),
            (5, "Islamic Emirate"),
        ] as [(Int64, String?)]
    )
    func `knows an actor's name as it was known then`(_ known: Int64, _ name: String?) throws {
        let taliban = try #require(ActorID("taliban"))
        let names = try directory.names(of: [taliban], known: Position(rawValue: known))
        #expect(names[taliban] == name)
        let profile = try directory.profiles(of: [taliban], known: Position(rawValue: known)).first
        #expect(profile?.name == name)
    }

    @Test(arguments: [
        "taliban", "TALIBAN", "Islamic Emirate", "islamic  emirate-of_Afghanistan", "plover:afgreb",
    ])
    func `finds an actor by its slug, names, aliases and codes, however written`(_ name: String) throws {
        #expect(try directory.find([name]) == [FoldedName(name): try actors("taliban")])
    }

    @Test func `does not find by a name that was taken back`() throws {
        #expect(try directory.find(["The Taliban"]).isEmpty)
        #expect(try directory.find(["US"]) == [FoldedName("us"): try actors("united-states")])
    }

    @Test func `gives all whom a name finds, and nothing for nobody`() throws {
        var more = chronicle
        try more.say(.actor("iran", name: "Iran", aliases: ["us"]))
        try log.write(more.entries.suffix(1))
        #expect(
            try directory.find(["us", "nobody"]) == [FoldedName("us"): try actors("iran", "united-states")]
        )
    }

    @Test func `lists actors in slug order, with everything said of them`() throws {
        let profiles = try directory.profiles(known: chronicle.head)
        #expect(profiles.map(\.slug) == ["taliban", "united-states"])
        #expect(profiles.map(\.name) == ["Islamic Emirate", "United States"])
        #expect(profiles.map(\.aliases) == [["Islamic Emirate of Afghanistan"], ["US"]])
        #expect(profiles.map(\.codes) == [["plover:AFGREB"], ["iso3:USA"]])
        #expect(profiles.map(\.kind) == ["state", "state"])
    }

    @Test func `lists what was known then`() throws {
        #expect(try directory.profiles(known: Position(rawValue: 0)).isEmpty)
        #expect(try directory.profiles(known: Position(rawValue: 1)).map(\.slug) == ["taliban"])
        #expect(
            try directory.profiles(known: Position(rawValue: 3)).first?.aliases == [
                "Islamic Emirate of Afghanistan", "US",
            ]
        )
    }

    @Test func `suggests from every name that finds somebody now`() throws {
        let names = try directory.allNames().map { "\($0.written) \($0.actor)" }
        #expect(names.contains("Islamic Emirate of Afghanistan taliban"))
        #expect(names.contains("iso3:USA united-states"))
        #expect(!names.contains("The Taliban taliban"))
    }

    private func actors(_ slugs: String...) throws -> Set<ActorID> {
        Set(try slugs.map { try #require(ActorID($0)) })
    }
}
