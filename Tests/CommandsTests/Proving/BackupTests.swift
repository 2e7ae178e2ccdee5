import EventLog
import FoundationEssentials
import Support
import Testing

/// docs/backup.md, command by command as an operator would type them, on servers of its own.
@Suite struct `a backup` {
    @Test func `by dump keeps positions, proofs and answers on another server`() throws {
        try withOperator { operation in
            try operation.makeServer("old")
            try operation.makeServer("younger")
            operation.variables["OLD"] = operation.database("annals", on: "old")
            operation.variables["SERVER"] = operation.database("postgres", on: "younger")
            operation.variables["NEW"] = operation.database("annals", on: "younger")
            // Ahead of the younger one in transaction ids, as any server is that has been used.
            try operation.run(
                "for i in $(seq 50); do psql --dbname=\"$OLD_SERVER\" -qc 'select txid_current()' >log; done"
            )
            try operation.run("createdb --maintenance-db=\"$OLD_SERVER\" annals")
            try operation.run("annals init --db \"$OLD\" --example afghanistan")

            let blocks = try operation.blocks(under: "A dump")
            try #require(blocks.count == 2)
            try operation.run(blocks[0])
            let told = try operation.answers("$OLD")
            // Not in the dump.
            try operation.run("annals append --db \"$OLD\" --on 2026 --title Later taliban china")
            try operation.run(blocks[1])

            #expect(try operation.answers("$NEW") == told)
            let next = try operation.run(
                "annals append --db \"$NEW\" --on 2026 --title Next taliban china --json"
            )
            let end = try operation.run("annals status --db \"$OLD\" --json").json["position"].number
            #expect(try next.json["entries"][0]["position"].number == end)
            try operation.run("annals replay --check --db \"$NEW\"")
        }
    }

    @Test func `by lines is the same log again, of a part too`() throws {
        try withOperator { operation in
            try operation.makeServer("old")
            for (name, database) in [("OLD", "annals"), ("NEW", "copy"), ("PART", "part")] {
                operation.variables[name] = operation.database(database, on: "old")
                try operation.run("createdb --maintenance-db=\"$OLD_SERVER\" \(database)")
            }
            try operation.run("annals init --db \"$OLD\" --example afghanistan")
            let told = try operation.answers("$OLD")

            let blocks = try operation.blocks(under: "A dump of lines")
            try #require(blocks.count == 4)
            try operation.run(blocks[0])
            let json = try operation.run("annals checkpoint --db \"$OLD\" --key annals.key --json").json
            operation.variables["KEY"] = json["key"].string
            try operation.run(blocks[1])
            #expect(try operation.answers("$NEW") == told)
            try operation.run(blocks[2])
            try operation.run(
                "head -n -1 log.jsonl | cmp - by-psql.jsonl --bytes=$(head -n -1 log.jsonl | wc -c)"
            )
            let restored = try operation.run(blocks[3])
            #expect(restored.output.contains("a part of the log of annals up to #100"))
            #expect(restored.output.contains("62 entries restored"))
            #expect(try operation.answers("$PART") == told)
            try operation.run("annals verify --db \"$PART\" --checkpoint annals.checkpoint --key \"$KEY\"")
        }
    }

    @Test func `to a point in time keeps what was there by then, and nothing else`() throws {
        try withOperator { operation in
            try operation.makeServer("old")
            operation.variables["OLD"] = operation.database("annals", on: "old")
            operation.variables["NEW"] = operation.database("annals", on: "sockets")
            for (name, folder) in [
                ("DATA", "old/data"), ("ARCHIVE", "archive"), ("BASE", "base"), ("RESTORED", "restored/data"),
                ("SOCKETS", "sockets"),
            ] {
                operation.variables[name] = operation.directory + "/" + folder
            }
            try operation.run("mkdir -p archive restored sockets")
            try operation.run("createdb --maintenance-db=\"$OLD_SERVER\" annals")
            try operation.run("annals init --db \"$OLD\" --example afghanistan")

            let blocks = try operation.blocks(under: "Point-in-time recovery")
            try #require(blocks.count == 3)
            try operation.run(blocks[0])
            try operation.run(blocks[1])
            try operation.run("annals append --db \"$OLD\" --on 2026 --title Saved taliban china")
            let told = try operation.answers("$OLD")
            let now = try operation.run("psql --dbname=\"$OLD\" -Atc 'select clock_timestamp()'").lines[0]
            operation.variables["WHEN"] = now
            try operation.run("sleep 0.1; annals append --db \"$OLD\" --on 2026 --title Lost taliban china")
            try operation.run("annals checkpoint --db \"$OLD\" -o later.checkpoint")
            try operation.run("psql --dbname=\"$OLD\" -qAtc 'select pg_switch_wal()'; sleep 1")
            try operation.run(blocks[2])

            #expect(try operation.answers("$NEW") == told)
            let end = try #require(
                try operation.run("annals status --db \"$NEW\" --json").json["position"].number
            )
            let verdict = try operation.shell("annals verify --db \"$NEW\" --checkpoint later.checkpoint")
            #expect(verdict.status == 1)
            #expect((verdict.output + verdict.errors).contains("#\(end)"))
            #expect((verdict.output + verdict.errors).contains("#\(end + 1)"))
        }
    }
}
