-- Accepts entries, all or nothing, in one round trip: locks their streams, checks, numbers and stores them.
-- Writers to different streams never wait for each other; position and projections come with annals.sequence().
--
-- entries:  from JSON: ARRAY(SELECT jsonb_populate_recordset(NULL::annals.new_entry, '[{…}, …]'))
-- expected: {"stream": version, …}; refused with AN001 when a stream stands elsewhere.
-- Errors:   AN001 another version than expected, AN002 the entry exists with other content,
--           AN004 the revision before it is missing, AN005 the entry contradicts itself, is too large or does not
--           fit the projections; 25000 the transaction is not READ COMMITTED; 23505 when somebody wrote the same entry to other streams at the same moment: sent
--           again, it can be compared.
CREATE OR REPLACE FUNCTION annals.append(entries annals.new_entry[], expected jsonb DEFAULT '{}')
    RETURNS TABLE (event_id uuid, revision integer, accepted_at timestamptz, duplicate boolean,
                   streams text[], versions bigint[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp
    -- Planning its statements anew for every call would cost more than running them; and a plan made while the
    -- log was small must still be right when it is large: the last entry of a stream comes first by its key, and
    -- must not be sorted out of all of them.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS
$$
#variable_conflict use_column
DECLARE
    given   new_entry;
    known   entry;
    latest  timestamptz;
    before  timestamptz;
    clash   record;
    problem text;
    name    text;
    number  bigint;
    open    integer;
    turn    integer;
    writes  boolean := false;
BEGIN
    -- A fixed snapshot would not see which turn is open, nor where streams end.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'annals.append() needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
    END IF;
    -- 1,024 slots keep a batch over any number of streams within max_locks_per_transaction; sorted order
    -- keeps two writers from waiting for each other; nothing so far has assigned a transaction id. What is
    -- expected of a stream has to hold until the commit, whether or not it is written to.
    IF cardinality(entries) = 1 AND cardinality(entries[1].streams) = 1 AND expected = '{}' THEN
        -- The usual call, without a sort.
        PERFORM pg_advisory_xact_lock(1634627169, hashtext(entries[1].streams[1]) & 1023);
    ELSE
        PERFORM pg_advisory_xact_lock(1634627169, slot)
           FROM (SELECT DISTINCT hashtext(stream) & 1023 AS slot
                   FROM (SELECT unnest(e.streams) FROM unnest(entries) AS e
                         UNION ALL SELECT jsonb_object_keys(expected)) AS named (stream)
                  ORDER BY slot) AS slots;
    END IF;

    FOREACH given IN ARRAY entries LOOP
        event_id := given.event_id;
        revision := given.revision;
        PERFORM FROM entry e WHERE e.event_id = given.event_id AND e.revision = given.revision;
        duplicate := FOUND;

        IF duplicate THEN
            SELECT * INTO known FROM entry e WHERE e.event_id = given.event_id AND e.revision = given.revision;
            -- Of a text that was erased meanwhile nobody can tell any more whether it was the same.
            IF known.title_hash IS NOT NULL THEN given.title := NULL; END IF;
            IF known.note_hash IS NOT NULL THEN given.note := NULL; END IF;
            IF known.reason_hash IS NOT NULL THEN given.reason := NULL; END IF;
            IF (known.kind, known.reason, known.erases, known.occurred, known.actors, known.recipients, known.type,
                known.mode, known.contexts, known.modality, known.title, known.note, known.effects, known.sources,
                known.grade, known.reported, known.tags, known.actor)
               IS DISTINCT FROM
               (given.kind, given.reason, given.erases, given.occurred, given.actors, given.recipients, given.type,
                given.mode, given.contexts, given.modality, given.title, given.note, given.effects, given.sources,
                given.grade, given.reported, given.tags, given.actor)
            THEN
                RAISE EXCEPTION 'event % has a revision % with other content', given.event_id, given.revision
                    USING ERRCODE = 'AN002',
                          DETAIL = jsonb_build_object('event', given.event_id, 'revision', given.revision);
            END IF;
            accepted_at := known.appended_at;
            streams := known.streams;
            versions := known.versions;
            RETURN NEXT;
            CONTINUE;
        END IF;

        problem := annals.entry_problem(given);
        IF problem IS NOT NULL THEN
            RAISE EXCEPTION 'event %, revision %: %', given.event_id, given.revision, problem
                USING ERRCODE = 'AN005',
                      DETAIL = jsonb_build_object('event', given.event_id, 'revision', given.revision);
        END IF;
        -- Expectations are about what is there before the first entry that is new: a retry passes.
        IF NOT writes AND expected <> '{}' THEN
            SELECT x.key AS stream, x.value::bigint AS wanted, tip.version AS actual INTO clash
              FROM jsonb_each_text(expected) AS x CROSS JOIN LATERAL (
                  SELECT coalesce(max(s.version), 0) AS version FROM stream_entry s WHERE s.stream = x.key) AS tip
             WHERE x.value::bigint <> tip.version
             LIMIT 1;
            IF FOUND THEN
                RAISE EXCEPTION '% is at version %, expected %', clash.stream, clash.actual, clash.wanted
                    USING ERRCODE = 'AN001',
                          DETAIL = jsonb_build_object('stream', clash.stream, 'expected', clash.wanted,
                                                      'actual', clash.actual);
            END IF;
        END IF;
        writes := true;
        before := NULL;
        IF given.revision > 1 THEN
            SELECT e.appended_at INTO before
              FROM entry e WHERE e.event_id = given.event_id AND e.revision = given.revision - 1;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'event % has no revision %', given.event_id, given.revision - 1
                    USING ERRCODE = 'AN004',
                          DETAIL = jsonb_build_object('event', given.event_id, 'revision', given.revision);
            END IF;
        END IF;

        -- Strictly increasing in the batch and in every stream whatever the clock does: that is the order
        -- of sequencing. And from revision to revision, which share no stream when an event that was
        -- retracted comes back elsewhere.
        accepted_at := greatest(
            clock_timestamp(),
            latest + interval '1 microsecond',
            before + interval '1 microsecond');
        streams := given.streams;
        versions := '{}';
        FOREACH name IN ARRAY streams LOOP
            -- The links themselves are the count: a row that every append rewrites would pile up for as long as
            -- anybody's old snapshot can see what it was.
            SELECT s.version, e.appended_at INTO number, before
              FROM stream_entry s JOIN entry e USING (event_id, revision)
             WHERE s.stream = name ORDER BY s.version DESC LIMIT 1;
            IF FOUND THEN
                number := number + 1;
                accepted_at := greatest(accepted_at, before + interval '1 microsecond');
            ELSE
                number := 1;
                INSERT INTO stream (id) VALUES (name);
            END IF;
            INSERT INTO stream_entry (stream, version, event_id, revision)
            VALUES (name, number, given.event_id, given.revision);
            versions := versions || number;
        END LOOP;
        latest := accepted_at;
        INSERT INTO entry (event_id, revision, kind, reason, erases, occurred, begin_earliest, begin_latest, end_earliest,
                           end_latest, actors, recipients, type, mode, contexts, modality, title, note, effects,
                           sources, grade, reported, tags, actor, streams, versions, appended_at, appended_by,
                           appended_as, origin, salt, digest)
        VALUES (given.event_id, given.revision, given.kind, given.reason, given.erases, given.occurred,
                given.begin_earliest,
                given.begin_latest, given.end_earliest, given.end_latest, given.actors, given.recipients,
                given.type, given.mode, given.contexts, given.modality, given.title, given.note, given.effects,
                given.sources, given.grade, given.reported, given.tags, given.actor, given.streams,
                append.versions, append.accepted_at, given.appended_by, session_user, given.origin, given.salt,
                given.digest);
        -- A turn is not over while somebody has its lock; and whoever has got it in time finds it still open.
        WHILE turn IS NULL LOOP
            open := (SELECT h.open_turn FROM log_head h ORDER BY h.position DESC LIMIT 1);
            PERFORM pg_advisory_xact_lock_shared(1634627170, open);
            IF open = (SELECT h.open_turn FROM log_head h ORDER BY h.position DESC LIMIT 1) THEN
                turn := open;
            END IF;
        END LOOP;
        INSERT INTO outbox (turn, event_id, revision, accepted_at, appended_as, digest, size, derived)
        VALUES (turn, given.event_id, given.revision, append.accepted_at, session_user, given.digest,
                pg_column_size(given.derived), given.derived);
        RETURN NEXT;
    END LOOP;
END;
$$;
