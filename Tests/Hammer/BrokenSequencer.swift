import Postgres

/// Sequencers that event stores were shipped with, put in the place of `annals.sequence`.
///
/// All three leave the outbox as it is, and remember how far they came.
enum BrokenSequencer: CaseIterable {
    /// Takes what has a number, drawn before the commit, higher than the last it saw.
    case byNumber
    /// The same, and only what is older than the oldest transaction that is still running.
    case byNumberBehindOldestTransaction
    /// Takes everything it sees, in an order that is none of the log's.
    case inOrderOfIDs

    /// Puts it in place.
    func install(_ connection: Connection) throws {
        try connection.run(script: Self.numbers)
        try connection.run(script: function)
    }

    /// Puts in place something that holds writers up before or after they draw a number, at which the title of
    /// what they write names, for as long as somebody holds the lock of that name.
    static func installHolds(_ connection: Connection) throws {
        try connection.run(
            script: """
                create function annals.hold() returns trigger language plpgsql as $$
                begin
                    if exists (select from annals.entry e
                                where (e.event_id, e.revision) = (new.event_id, new.revision)
                                  and e.title like '%held ' || tg_argv[0] || '%') then
                        perform pg_advisory_xact_lock_shared(hashtext(tg_argv[0]));
                    end if;
                    return new;
                end;
                $$;
                create trigger held_before after insert on annals.entry
                    for each row execute function annals.hold('before its number');
                create trigger held_after after insert on annals.outbox
                    for each row execute function annals.hold('after its number');
                """
        )
    }

    private static let numbers = """
        create table annals.seen (number bigint not null);
        insert into annals.seen values (0);
        grant select, update on annals.seen to annals_owner;
        create sequence annals.number;
        grant usage on sequence annals.number to annals_owner;
        alter table annals.outbox add number bigint not null default nextval('annals.number'),
                                  add xid xid8 not null default pg_current_xact_id();
        """

    private var choice: String {
        switch self {
        case .byNumber: "number > (select number from annals.seen) order by number"
        case .byNumberBehindOldestTransaction:
            """
            number > (select number from annals.seen) and xid < pg_snapshot_xmin(pg_current_snapshot())
             order by number
            """
        case .inOrderOfIDs:
            """
            not exists (select from annals.log l where (l.event_id, l.revision) = (o.event_id, o.revision))
             order by event_id, revision
            """
        }
    }

    /// As the real one, with another choice and nothing deleted.
    private var function: String {
        """
        create or replace function annals.sequence(most integer default 10000,
                                                   out head bigint, out sequenced integer, out more boolean,
                                                   out busy boolean)
            language plpgsql security definer set search_path = annals, pg_temp as
        $$
        declare
            tip    log_head;
            chosen outbox[];
        begin
            busy := not pg_try_advisory_xact_lock(1634627169, 1024);
            select * into tip from log_head;
            head := tip.position;
            sequenced := 0;
            more := false;
            if busy then return; end if;
            select array_agg(o) into chosen from (select o from outbox o where \(choice) limit most) as c (o);
            if chosen is null then return; end if;
            sequenced := cardinality(chosen);
            head := tip.position + sequenced;
            insert into log (position, event_id, revision, leaf, recorded_at)
            select tip.position + n, c.event_id, c.revision, c.digest, clock_timestamp()
              from unnest(chosen) with ordinality as c (turn, event_id, revision, accepted_at, appended_as, digest, size,
                                                        derived, number, xid, n);
            update log_head set position = head, recorded_at = clock_timestamp();
            update seen set number = (select max(number) from unnest(chosen));
        end;
        $$
        """
    }
}
