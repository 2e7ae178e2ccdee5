import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `a database whose guards were tampered with` {
    private static let triggers = [
        ("entry", "append_only"), ("entry", "erasure_is_whole"), ("entry", "never_emptied"),
        ("entry", "only_erased"), ("log", "append_only"), ("log", "never_emptied"),
        ("stream_entry", "append_only"), ("stream_entry", "never_emptied"),
    ]

    @Test(arguments: triggers)
    func `is found out when a trigger was disabled, kept for replicas, dropped or put elsewhere`(
        table: String,
        trigger: String
    ) throws {
        let log = try TamperedLog()
        let connection = log.log.connection
        let name = "the trigger \(trigger) of annals.\(table)"
        let off = "\(name) is off: nothing guards what it guarded"
        for change in [
            "disable trigger \(trigger)", "disable trigger user", "disable trigger all",
            "enable replica trigger \(trigger)",
        ] {
            try connection.run(script: "alter table annals.\(table) \(change)")
            // What else was switched off with it is named too.
            #expect(try log.problems().contains(off), "\(change)")
            try connection.run(script: "alter table annals.\(table) enable trigger all")
            #expect(try log.findings() == [])
        }
        try connection.run(script: "alter table annals.\(table) enable always trigger \(trigger)")
        #expect(try log.findings() == [])
        try connection.run(script: "drop trigger \(trigger) on annals.\(table)")
        #expect(try log.problems() == ["\(name) is missing: nothing guards what it guarded"])
        try connection.run(
            script: """
                create trigger \(trigger) before delete on annals.\(table)
                    for each statement execute function annals.refuse_change()
                """
        )
        #expect(try log.problems() == ["\(name) is not that of this program"])
    }

    @Test(arguments: [
        (
            """
            create function public.nothing() returns trigger language plpgsql as 'begin return null; end';
            create trigger aside before insert on annals.log for each row execute function public.nothing()
            """,
            "the trigger aside of annals.log is not that of this program"
        ),
        (
            """
            create function public.refuse_change() returns trigger language plpgsql as 'begin return new; end';
            set search_path = public, annals;
            drop trigger append_only on annals.log;
            create trigger append_only before update or delete on annals.log
                for each row execute function public.refuse_change()
            """,
            "the trigger append_only of annals.log is not that of this program"
        ),
        (
            """
            drop trigger only_erased on annals.entry;
            create trigger only_erased before update on annals.entry
                for each row when (false) execute function annals.only_erase()
            """,
            "the trigger only_erased of annals.entry is not that of this program"
        ),
        (
            "create rule aside as on insert to annals.log do instead nothing",
            "the rule aside of annals.log is not that of this program: it changes what is read or written"
        ),
        (
            "alter table annals.entry enable row level security",
            "row security on annals.entry hides rows from readers"
        ),
        (
            "set session_replication_role = replica",
            "this session starts as a replica does: no trigger guards the log from it"
        ),
        (
            """
            do $$ begin
                execute format('alter database %I set session_replication_role = replica', current_database());
            end $$
            """,
            "sessions of everybody in this database start as a replica's do: no trigger guards the log from them"
        ),
    ])
    func `is found out when the guards of the log were gone around`(script: String, problem: String) throws {
        let log = try TamperedLog()
        try log.log.connection.run(script: script)
        #expect(try log.problems() == [problem])
    }

    /// Roles are the whole server's, other tests' too.
    @Test func `is found out when a role was let around the guards`() throws {
        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            let connection = try Connection(
                ConnectionParameters(
                    cluster.connectionString(database: "postgres"),
                    applicationName: "annals/tests"
                )
            )
            try Migrations.run(connection, logger: silent)
            let log = try Log(connection, logger: silent)
            let tampered = TamperedLog(log, try log.checkpoint())
            try connection.run(script: "create role intruder")
            #expect(try tampered.findings() == [])
            try connection.run(script: "grant set on parameter session_replication_role to intruder")
            let granted = "intruder may set session_replication_role: no trigger guards the log from it"
            #expect(try tampered.problems() == [granted])
            try connection.run(script: "alter role intruder set session_replication_role = replica")
            let replica = "sessions of intruder start as a replica's do: no trigger guards the log from them"
            #expect(try tampered.problems() == [granted, replica])
        }
    }
}
