import FoundationEssentials
import Glibc
import Postgres
import Support
import Testing

/// `annals verify` and `annals checkpoint`.
struct VerifyTests {
    private static let event = "018f0000-0000-7000-8000-0000000000a5"

    /// Somebody with four actors, an event at #5 and a directory to keep checkpoints in.
    private func someone() throws -> (TestDatabase, User) {
        let database = try Databases.withActors()
        var user = User(of: database)
        user.directory = try TemporaryDirectory.make(prefix: "annals-test-")
        let line = """
            {"id":"\(Self.event)","on":"2020","actors":["china"],"recipients":["taliban"],"title":"Visit","type":"CONSULT"}
            """
        #expect(try user.annals("append", input: line).status == 0)
        return (database, user)
    }

    private func checkpoint(_ user: User, _ arguments: String...) throws {
        let outcome = try user.annals(["checkpoint", "-o", "kept"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func `a log that is well holds, with and without a checkpoint`() throws {
        let (_, user) = try someone()
        let alone = try user.annals("verify")
        #expect(alone.status == 0, "\(alone.output)\(alone.errors)")
        #expect(alone.lines.count == 1)
        #expect(alone.lines[0].hasPrefix("#5 of annals/"))
        #expect(alone.lines[0].hasSuffix(" holds: log and projections."))
        try checkpoint(user)
        _ = try user.annals("append", "china", "us", "--on", "2021", "--title", "Later")
        let kept = try user.annals("verify", "--checkpoint", "kept")
        #expect(kept.status == 0, "\(kept.output)\(kept.errors)")
        #expect(kept.lines.count == 2)
        #expect(kept.lines[1].hasPrefix("Nothing up to #5 was changed since the checkpoint of "))
        let json = try user.annals("verify", "--checkpoint", "kept", "--json").json
        #expect([json["holds"], json["problems"], json["position"], json["checkpoint"]] == [true, 0, 6, 5])
        #expect(json["findings"].array == [])
    }

    @Test func `a fault is named by position and event, and exits with 1`() throws {
        let (database, user) = try someone()
        let tampering = """
            begin; set local session_replication_role = replica;
            update annals.entry set title = 'Never' where title = 'Visit'; commit
            """
        try database.connect().run(script: tampering)
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "")
        #expect(outcome.lines.first?.hasPrefix("#5 “Never” was altered after it was recorded, or ") == true)
        #expect(outcome.lines.first?.hasSuffix("annals will not change the log itself.") == true)
        #expect(
            outcome.lines.contains(
                "#5  event \(Self.event)  its content is not what its digest was made of"
            )
        )
        let json = try user.annals("verify", "--json").json
        #expect([json["holds"], json["problems"]] == [false, 1])
        #expect([json["findings"][0]["kind"], json["findings"][0]["title"]] == ["content", "Never"])
        #expect(json["findings"][0]["position"] == 5)
        #expect(json["findings"][0]["event"] == .string(Self.event))
    }

    @Test func `a projection that was changed is found`() throws {
        let (database, user) = try someone()
        try database.connect().run(script: "update annals.effect set value = 'refused'")
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("effect"))
        #expect(try user.annals("verify", "--json").json["holds"] == false)
    }

    @Test func `an entry nobody can read is named, not a bug`() throws {
        let (database, user) = try someone()
        try database.connect().run(
            script: """
                begin; set local session_replication_role = replica;
                update annals.entry set sources = '5' where title = 'Visit'; commit
                """
        )
        let outcome = try user.annals("verify")
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.lines.first?.hasPrefix("#5 “Visit” cannot be read: ") == true, "\(outcome.output)")
        #expect(outcome.lines.contains("#5  event \(Self.event)  its content cannot be read"))
    }

    @Test func `a reader may verify and make checkpoints`() throws {
        let (database, user) = try someone()
        let name = "reader_\(UInt32.random(in: 0 ... .max))"
        try database.connect().run(script: "create role \(name) login; grant annals_reader to \(name)")
        var reader = user
        reader.environment["ANNALS_DB"] = database.connectionString + " user=" + name
        #expect(try reader.annals("checkpoint", "-o", "by-reader").status == 0)
        let outcome = try reader.annals("verify", "--checkpoint", "by-reader")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `a signed checkpoint holds with its key alone`() throws {
        let (database, user) = try someone()
        #expect(try user.shell("openssl genpkey -algorithm ed25519 -out key").status == 0)
        let outcome = try user.annals("checkpoint", "-o", "kept", "--key", "key")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let told = outcome.errors.split(separator: "\n").last { $0.hasPrefix("signed; verify with --key ") }
        let key = String(try #require(told).dropFirst("signed; verify with --key ".count))
        let verified = try user.annals("verify", "--checkpoint", "kept", "--key", key)
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        #expect(verified.output.contains("signed by annals/"))

        // Edited after it was signed.
        _ = try user.shell("sed 's/^recorded 2/recorded 1/' kept > edited")
        try expectRefusal(
            user,
            "edited",
            key,
            1,
            "edited was changed after it was signed, or its signature was"
        )
        // Signed by somebody else.
        _ = try user.shell(
            "openssl genpkey -algorithm ed25519 -out other; annals checkpoint -o others --key other"
        )
        try expectRefusal(user, "others", key, 1, "others is signed by another key")
        // Not signed at all.
        _ = try user.shell("annals checkpoint -o unsigned")
        try expectRefusal(user, "unsigned", key, 1, "unsigned is not signed")
        // Of another database.
        try database.connect().run(script: "update annals.log_head set log_id = gen_random_uuid()")
        let elsewhere = try user.annals("verify", "--checkpoint", "kept", "--key", key)
        #expect(elsewhere.status == 1)
        #expect(elsewhere.errors.contains("kept is a checkpoint of another database"))
    }

    private func expectRefusal(_ user: User, _ file: String, _ key: String, _ status: Int32, _ error: String)
        throws
    {
        let outcome = try user.annals("verify", "--checkpoint", file, "--key", key)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains("error[checkpoint]: \(error)"), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test func `a checkpoint that is missing, cut off, edited or none at all is refused`() throws {
        let (_, user) = try someone()
        try checkpoint(user)
        _ = try user.shell(
            """
            head -n 7 kept > cut; sed '6s/./x/' kept > edited; echo hello > none; head -c 99 /dev/urandom > noise
            sed '4s/.*/recorded 2026-11-22T10:00:00.20Z/' kept > otherwise
            sed '4s/.*/recorded infinity/' kept > never; sed '4s/.*/recorded 2026-11-22T10:00:00Z/' kept > once
            """
        )
        let once = try user.annals("verify", "--checkpoint", "once")
        #expect(once.status == 1)
        #expect(once.output.contains("; the checkpoint was edited, and says 2026-11-22T10:00:00Z"))
        for (file, status, error) in [
            ("missing", 66, "cannot read the checkpoint missing: No such file or directory"),
            ("cut", 65, "cut is not a whole checkpoint: line 8: it ends here"),
            ("edited", 65, "edited is not a whole checkpoint: line "),
            (
                "otherwise", 65,
                "line 4: it should be recorded and a time"
            ),
            ("never", 65, "line 4: it should be recorded and a time"),
            ("none", 65, "none is not a whole checkpoint: line 1: it should be the origin"),
            ("noise", 65, "noise is not the checkpoint: it is not text"),
        ] {
            let outcome = try user.annals("verify", "--checkpoint", file)
            #expect(outcome.status == Int32(status), "\(outcome.errors)")
            #expect(outcome.errors.contains(error), "\(outcome.errors)")
        }
        #expect(try user.annals("checkpoint", "-o", "kept").status == 73)
        #expect(try user.annals("checkpoint", "-o", "no/where").status == 73)
        #expect(try user.annals("checkpoint", "--key", "kept").status == 65)
        #expect(try user.annals("verify", "--key", "x").status == 64)
        #expect(try user.annals("verify", "--proof").status == 64)
    }

    @Test func `a log whose tail was cut off is shown by a checkpoint`() throws {
        let (database, user) = try someone()
        try checkpoint(user)
        let connection = try database.connect()
        try connection.run(
            script: """
                begin; set local session_replication_role = replica;
                delete from annals.stream_entry where stream = 'china/taliban';
                delete from annals.stream where id = 'china/taliban';
                delete from annals.entry where title = 'Visit';
                delete from annals.log where position = 5;
                update annals.log_head set position = 4, frontier = t.grown, root = t.root,
                       recorded_at = (select max(recorded_at) from annals.log)
                  from annals.grow_tree(0, '{}', array(select leaf from annals.log order by position)) t;
                commit
                """
        )
        #expect(try user.annals("replay").status == 0)
        #expect(try user.annals("verify").status == 0)
        let outcome = try user.annals("verify", "--checkpoint", "kept")
        #expect(outcome.status == 1)
        #expect(
            outcome.lines.contains(
                "#5  the log ended at #5 when the checkpoint was made: its tail is gone"
            )
        )
        #expect(
            try user.annals("verify", "--checkpoint", "kept", "--proof").errors.contains(
                "its tail was cut off"
            )
        )
    }

    @Test(.enabled(if: access("/usr/bin/python3", X_OK) == 0, "there is no python3"))
    func `a proof holds, and says what it proves, for somebody with nothing but the page about it`() throws {
        let (_, user) = try someone()
        let root = #filePath.split(separator: "Tests/CommandsTests").first ?? ""
        let page = try String(contentsOfFile: root + "docs/proof.md", encoding: .utf8)
        let scripts = page.split(separator: "```python\n").dropFirst().compactMap {
            $0.split(separator: "```").first
        }
        try #require(scripts.count == 3)
        for (name, script) in zip(["checkpoint.py", "verify.py", "read.py"], scripts) {
            try String(script).write(
                toFile: user.directory + "/" + name,
                atomically: false,
                encoding: .utf8
            )
        }
        for call in [
            [
                "correct", "#5", "--note", "moré", "--because", "more is known", "--set",
                "agreement/doha=signed",
            ],
            ["checkpoint", "-o", "kept"],
            ["append", "china", "us", "--on", "2021", "--title", "Later"],
            ["redact", Self.event, "--field", "note", "--because", "a court ordered it"],
            ["retract", "#7", "--because", "it was nothing"],
        ] {
            let outcome = try user.annals(call)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        for arguments in [
            ["--event", Self.event], ["--event", "#1"], ["--event", "#3", "--checkpoint", "kept"],
            ["--event", "#5"], ["--event", "#6"], ["--event", "#9"],
        ] {
            unlink(user.directory + "/proof")
            let outcome = try user.annals(["verify", "--proof", "-o", "proof"] + arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try user.shell("python3 verify.py proof").output == "proven\n", "\(arguments)")
            #expect(try user.shell("python3 read.py proof").output == "it says so\n", "\(arguments)")
            for forgery in [
                #"s/"canonical":"00/"canonical":"01/"#, #"s/"recorded_at":"2/"recorded_at":"1/"#,
                #"s/"accepted_at":"2/"accepted_at":"1/"#,
            ] {
                _ = try user.shell("sed '\(forgery)' proof > forged")
                #expect(try user.shell("python3 verify.py forged").output == "NOT PROVEN\n", "\(forgery)")
            }
        }
        unlink(user.directory + "/proof")
        _ = try user.annals("verify", "--proof", "-o", "proof", "--event", "#5")
        for forgery in [
            #"s/"revision":1,"says"/"revision":2,"says"/"#, #"s/"event":"01/"event":"02/"#, "s/Visit/Never/",
            "s/CONSULT/ASSAULT/", "s/\"china\"/\"iran\"/", "s/\"2020\"/null/",
        ] {
            _ = try user.shell("sed '\(forgery)' proof > forged")
            #expect(
                try user.shell("python3 read.py forged").output == "IT SAYS SOMETHING ELSE\n",
                "\(forgery)"
            )
        }
    }

    @Test func `a proof says what the entry says, and of an erased text the hash alone`() throws {
        let (_, user) = try someone()
        _ = try user.annals("correct", "#5", "--note", "a secret", "--because", "more is known")
        let before = try user.annals("verify", "--proof", "--event", "#6").json["says"]
        #expect(before["event_id"] == .string(Self.event))
        #expect([before["revision"], before["kind"]] == [2, "corrected"])
        #expect([before["occurred"], before["actors"]] == ["2020", ["china"]])
        #expect([before["recipients"], before["type"]] == [["taliban"], "CONSULT"])
        #expect([before["title"]["text"], before["reason"]["text"]] == ["Visit", "more is known"])
        #expect(before["note"]["text"] == "a secret")
        #expect([before["erases"], before["actor"]] == [nil, nil])
        #expect(before["appended_by"] == "ada")
        let redacted = try user.annals("redact", Self.event, "--field", "note", "--because", "by law")
        #expect(redacted.status == 0, "\(redacted.errors)")
        let after = try user.annals("verify", "--proof", "--event", "#6").json["says"]
        #expect(after["note"].keys == ["sha256", "text"])
        #expect(after["note"]["sha256"] == before["note"]["sha256"])
        #expect(after["note"]["text"] == nil)
        #expect(after["title"] == before["title"])
        #expect(try user.annals("verify", "--proof", "--event", "#7").json["says"]["erases"] == ["note"])
        let actor = try user.annals("verify", "--proof", "--event", "#1").json["says"]["actor"]
        #expect([actor["actor"], actor["name"], actor["kind"]] == ["china", "China", "state"])
        #expect([actor["aliases"], actor["codes"]] == [[], ["iso3:CHN"]])
    }

    @Test func `a proof of what is not there is refused`() throws {
        let (_, user) = try someone()
        _ = try user.annals("correct", "#5", "--note", "more", "--because", "more is known")
        try checkpoint(user)
        for _ in 0..<3 { _ = try user.annals("append", "china", "us", "--on", "2021", "--title", "Later") }
        let proof = try user.annals("verify", "--proof", "--event", Self.event).json
        #expect([proof["position"], proof["revision"], proof["size"]] == [6, 2, 9])
        #expect(try user.annals("verify", "--proof", "--event", "#99").status == 1)
        #expect(try user.annals("verify", "--proof", "--event", "#7", "--checkpoint", "kept").status == 1)
        #expect(try user.annals("verify", "--proof", "--event", "nothing").status == 65)
        let consistency = try user.annals("verify", "--proof", "--checkpoint", "kept").json
        #expect([consistency["first"], consistency["second"]] == [6, 9])
        #expect(consistency["path"].array.count > 0)
    }
}
