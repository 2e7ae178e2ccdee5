import Postgres
import Support
import Testing

/// The last line of a log that was exported: a checkpoint, which may be signed.
@Suite struct `the last line of a log` {
    private func exported(_ arguments: String...) throws -> (folder: ImportFolder, key: String, other: String)
    {
        let folder = try ImportFolder(actors: Databases.actors)
        var keys: [String] = []
        for name in ["a.key", "b.key"] {
            let made = try folder.user.shell(
                "openssl genpkey -algorithm ed25519 -out \(name) && annals checkpoint --key \(name) --json"
            )
            keys.append(try #require(try made.json["key"].string))
        }
        let outcome = try folder.user.annals(
            ["export", "--format", "cloudevents", "-o", "log.jsonl"] + arguments
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
        return (folder, keys[0], keys[1])
    }

    private func restore(_ folder: ImportFolder, _ file: String, _ arguments: String...) throws -> Outcome {
        var restorer = User(of: try TestDatabase())
        restorer.directory = folder.path
        return try restorer.annals(["import", file] + arguments)
    }

    @Test func `is checked against the key that must have signed it`() throws {
        let (folder, key, other) = try exported("--key", "a.key")
        let signed = try restore(folder, "log.jsonl", "--key", key)
        #expect(signed.status == 0, "\(signed.errors)")
        #expect(signed.lines.last?.contains("in its last line, signed by annals/") == true)
        let json = try restore(folder, "log.jsonl", "--key", key, "--json").json
        #expect(json["signed_by"].string == key)
        #expect(json["whole"] == .bool(true))
        #expect(try restore(folder, "log.jsonl").lines.last?.contains("--key checks who signed that") == true)

        let stranger = try restore(folder, "log.jsonl", "--key", other)
        #expect(stranger.status == 1)
        #expect(stranger.errors.contains("the last line of log.jsonl is signed by another key"))
        #expect(try restore(folder, "log.jsonl", "--key", "nonsense").status == 64)
        #expect(try restore(folder, "log.jsonl", "--key", key, "--partial").status == 64)
    }

    @Test func `that nobody signed is no answer to who has`() throws {
        let (folder, key, _) = try exported()
        let outcome = try restore(folder, "log.jsonl", "--key", key)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("the last line of log.jsonl is not signed"))
        let cut = try folder.user.shell("head -n -1 log.jsonl >part.jsonl")
        #expect(cut.status == 0)
        #expect(try restore(folder, "part.jsonl", "--key", key).status == 65)
    }

    @Test(arguments: [
        #"$s/"position":4/"position":3/"#, #"$s/"root":"./"root":"x/"#, #"$s/\\n4\\n/\\n3\\n/"#,
        #"$s/recorded 20/recorded 21/"#, #"$s/"sequence":"0/"sequence":"1/"#,
        #"$s/"id":"checkpoint.4/"id":"x/"#,
        #"$s/"checkpoint":"annals/"checkpoint":"annal/"#, #"$s/blocks of 1/blocks of 2/"#,
        #"$s/"specversion":"1.0"/"specversion":"1.1"/"#, #"$s/checkpoint.v1/checkpoint.v2/"#,
    ])
    func `is refused when it was edited`(edit: String) throws {
        let (folder, _, _) = try exported("--key", "a.key")
        #expect(try folder.user.shell("sed '\(edit)' log.jsonl >edited.jsonl").status == 0)
        #expect(try folder.text("edited.jsonl") != folder.text("log.jsonl"))
        let outcome = try restore(folder, "edited.jsonl")
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains("error["))
    }

    @Test func `is what psql gives too`() throws {
        let (folder, _, _) = try exported()
        let query = "select event from annals.cloud_events() union all select annals.cloud_events_end()"
        #expect(
            try folder.strings(Query(raw: query))
                == folder.text("log.jsonl").split(separator: "\n").map(String.init)
        )
        let checkpoint = try folder.user.annals("checkpoint").output
        #expect(try folder.strings("select annals.checkpoint()") == [checkpoint])
        #expect(
            try folder.strings("select annals.cloud_events_end()::json #>> '{data,checkpoint}'") == [
                checkpoint
            ]
        )
    }

    @Test func `is signed for a whole log alone`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        #expect(try folder.user.shell("openssl genpkey -algorithm ed25519 -out a.key").status == 0)
        for arguments in [["--format", "csv"], ["--format", "cloudevents", "--known", "#2"]] {
            let outcome = try folder.user.annals(["export", "--key", "a.key"] + arguments)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("--key signs --format cloudevents, as known now"))
        }
    }
}
