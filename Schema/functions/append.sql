-- Accepts entries, all or nothing, in one round trip: locks their streams, checks, numbers and stores them.
-- Writers to different streams never wait for each other; position and projections come with annals.sequence().
--
-- entries:  an array of objects with the columns of annals.entry (streams sorted; versions, appended_at left
--           out) and "derived", what annals.apply() will do with the entry.
-- expected: {"stream": version, …}; refused with AN001 when a stream stands elsewhere.
-- Errors:   AN001 another version than expected, AN002 the entry exists with other content,
--           AN004 the revision before it is missing; 23505 when somebody wrote the same entry to other streams
--           at the same moment: sent again, it can be compared.
CREATE OR REPLACE FUNCTION annals.append(entries jsonb, expected jsonb DEFAULT '{}')
    RETURNS TABLE (event_id uuid, revision integer, accepted_at timestamptz, duplicate boolean,
                   streams text[], versions bigint[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp
    -- Planning its statements anew for every call would cost more than running them; and a plan made while the
    -- log was small must still be right when it is large.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
    item   jsonb;
    given  entry;
    known  entry;
    before timestamptz;
    clash  record;
    writes boolean := false;
BEGIN
    -- 1,024 slots keep a batch over any number of streams within max_locks_per_transaction; sorted order
    -- keeps two writers from waiting for each other; nothing so far has assigned a transaction id. What is
    -- expected of a stream has to hold until the commit, whether or not it is written to.
    PERFORM pg_advisory_xact_lock(1634627169, slot)
       FROM (SELECT DISTINCT hashtext(stream) & 1023 AS slot
               FROM (SELECT jsonb_array_elements_text(e -> 'streams') FROM jsonb_array_elements(entries) AS e
                     UNION ALL SELECT jsonb_object_keys(expected)) AS named (stream)
              ORDER BY slot) AS slots;
    accepted_at := '-infinity';

    FOR item IN SELECT * FROM jsonb_array_elements(entries) LOOP
        given := jsonb_populate_record(NULL::entry, item);
        SELECT * INTO known FROM entry e WHERE e.event_id = given.event_id AND e.revision = given.revision;
        duplicate := FOUND;

        IF duplicate THEN
            -- Of a text that was erased meanwhile nobody can tell any more whether it was the same.
            IF known.title_hash IS NOT NULL THEN given.title := NULL; END IF;
            IF known.note_hash IS NOT NULL THEN given.note := NULL; END IF;
            IF known.reason_hash IS NOT NULL THEN given.reason := NULL; END IF;
            IF (known.kind, known.reason, known.erases, known.occurred, known.actors, known.recipients, known.type, known.mode,
                known.contexts, known.modality, known.title, known.note, known.effects, known.sources,
                known.grade, known.reported, known.tags, known.actor)
               IS DISTINCT FROM
               (given.kind, given.reason, given.erases, given.occurred, given.actors, given.recipients, given.type, given.mode,
                given.contexts, given.modality, given.title, given.note, given.effects, given.sources,
                given.grade, given.reported, given.tags, given.actor)
            THEN
                RAISE EXCEPTION 'event % has a revision % with other content', given.event_id, given.revision
                    USING ERRCODE = 'AN002',
                          DETAIL = jsonb_build_object('event', given.event_id, 'revision', given.revision);
            END IF;
            given := known;
        ELSE
            -- Expectations are about what is there before the first entry that is new: a retry passes.
            IF NOT writes AND expected <> '{}' THEN
                SELECT x.key AS stream, x.value::bigint AS wanted, coalesce(s.version, 0) AS actual INTO clash
                  FROM jsonb_each_text(expected) AS x LEFT JOIN stream s ON s.id = x.key
                 WHERE x.value::bigint <> coalesce(s.version, 0)
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
            given.appended_at := greatest(
                clock_timestamp(),
                accepted_at + interval '1 microsecond',
                before + interval '1 microsecond',
                (SELECT max(s.accepted_at) + interval '1 microsecond' FROM stream s WHERE s.id = ANY (given.streams)));
            WITH numbered AS (
                INSERT INTO stream AS s (id, version, accepted_at)
                SELECT stream, 1, given.appended_at FROM unnest(given.streams) AS stream
                    ON CONFLICT (id) DO UPDATE
                   SET version = s.version + 1, accepted_at = excluded.accepted_at
                RETURNING s.id, s.version
            ), linked AS (
                INSERT INTO stream_entry (stream, version, event_id, revision)
                SELECT n.id, n.version, given.event_id, given.revision FROM numbered n
            )
            SELECT array_agg(n.version ORDER BY n.id) INTO given.versions FROM numbered n;
            INSERT INTO entry SELECT given.*;
            INSERT INTO outbox (event_id, revision, accepted_at, digest, derived)
            VALUES (given.event_id, given.revision, given.appended_at, given.digest, item -> 'derived');
        END IF;

        event_id := given.event_id;
        revision := given.revision;
        accepted_at := given.appended_at;
        streams := given.streams;
        versions := given.versions;
        RETURN NEXT;
    END LOOP;
END;
$$;
