import Annals
import EventLog
import Postgres
import Support
import Testing

/// Entries that cannot be applied, here because of a constraint that somebody added to the projections.
@Suite struct `an entry that cannot be applied` {
    private static let poison = "alter table annals.effect add constraint poison check (key <> 'poison')"

    private func signing(_ key: String) throws -> PendingEntry {
        .recording(
            try .sample(key) { draft in
                var effect = EffectDraft()
                effect.facet = "agreement"
                effect.key = key
                effect.value = "signed"
                draft.effects = [effect]
            }
        )
    }

    private func keys(_ log: Log) throws -> [String] {
        try log.connection.values("select key from annals.effect order by known_from")
    }

    @Test func `is set aside, and those around it become known`() throws {
        let log = try TestDatabase().openLog()
        try log.connection.execute(Query(raw: Self.poison))
        let poisoned = try signing("poison")
        try log.record([try signing("before"), poisoned, try signing("after")])
        #expect(try log.head().position == Position(rawValue: 3))
        #expect(try log.head().waiting == 0)
        #expect(try keys(log) == ["before", "after"])
        #expect(try log.connection.values("select position from annals.set_aside", as: Int64.self) == [2])
        #expect(try log.flaws() == [])

        let findings: [String] = try log.connection.values("select problem from annals.verify_log()")
        #expect(findings.count == 1)
        #expect(
            findings.first?.hasPrefix("revision 1 is set aside and means nothing: new row for relation")
                == true
        )

        // A retraction takes it out of the way.
        try log.record([poisoned.retracting()])
        #expect(try log.connection.values("select problem from annals.verify_log()", as: String.self) == [])
    }

    @Test func `is set aside by an import as well`() throws {
        let log = try TestDatabase().openLog()
        try log.connection.execute(Query(raw: Self.poison))
        let ready = try ["before", "poison", "after"].map { try ReadyEntry(signing($0), rulebook: .one) }
        let (done, _) = try log.importEntries(ready) {}
        #expect(done.count == 3)
        #expect(try keys(log) == ["before", "after"])
        #expect(try log.connection.values("select position from annals.set_aside", as: Int64.self) == [2])
    }

    @Test func `waits like all others when it is the server that fails`() throws {
        let log = try TestDatabase().openLog()
        try log.connection.run(
            script: """
                create function public.fail() returns trigger language plpgsql as
                    'begin raise exception ''no room'' using errcode = ''disk_full''; end';
                create trigger fail before insert on annals.effect execute function public.fail();
                """
        )
        let accepted = try log.append([try signing("one")])
        #expect(try stateOfRefusal { try log.sequence(until: accepted) } == .diskFull)
        #expect(try log.head().waiting == 1)
        try log.connection.execute("drop trigger fail on annals.effect")
        try log.sequence(until: accepted)
        #expect(try log.head().waiting == 0)
        #expect(try keys(log) == ["one"])
    }
}
