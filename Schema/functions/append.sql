-- Accepts entries, all or nothing, in one round trip: locks their streams, checks, numbers and stores them.
-- Writers to different streams never wait for each other; position and projections come with annals.sequence().
--
-- entries:  an array of objects with the columns of annals.entry (streams sorted; versions, appended_at left
--           out) and "derived", what annals.apply() will do with the entry.
-- expected: {"stream": version, …}; refused with AN001 when a stream stands elsewhere.
-- Errors:   AN001 another version than expected, AN002 the entry exists with other content,
--           AN004 the revision before it is missing.
CREATE OR REPLACE FUNCTION annals.append(entries jsonb, expected jsonb DEFAULT '{}')
    RETURNS TABLE (event_id uuid, revision integer, accepted_at timestamptz, duplicate boolean,
                   streams text[], versions bigint[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    batch   entry[];
    derived jsonb[];
    fresh   integer[];
    clash   record;
    base    timestamptz;
BEGIN
    SELECT array_agg(given ORDER BY n), array_agg(item -> 'derived' ORDER BY n)
      INTO batch, derived
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS x (item, n),
           LATERAL jsonb_populate_record(NULL::entry, item) AS given;

    -- 1,024 slots keep a batch over any number of streams within max_locks_per_transaction; sorted order
    -- keeps two writers from waiting for each other; nothing so far has assigned a transaction id.
    PERFORM pg_advisory_xact_lock(1634627169, slot)
       FROM (SELECT DISTINCT hashtext(stream) & 1023 AS slot
               FROM unnest(batch) AS b, unnest(b.streams) AS stream
              ORDER BY slot) AS slots;

    SELECT b.event_id, b.revision INTO clash
      FROM unnest(batch) AS b JOIN entry e USING (event_id, revision)
     WHERE (e.kind, e.reason, e.occurred, e.actors, e.recipients, e.type, e.mode, e.contexts, e.modality,
            e.title, e.note, e.effects, e.sources, e.grade, e.reported, e.tags, e.actor)
           IS DISTINCT FROM
           (b.kind, b.reason, b.occurred, b.actors, b.recipients, b.type, b.mode, b.contexts, b.modality,
            b.title, b.note, b.effects, b.sources, b.grade, b.reported, b.tags, b.actor)
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'event % has a revision % with other content', clash.event_id, clash.revision
            USING ERRCODE = 'AN002', DETAIL = jsonb_build_object('event', clash.event_id, 'revision', clash.revision);
    END IF;

    SELECT coalesce(array_agg(b.ordinality::integer ORDER BY b.ordinality), '{}') INTO fresh
      FROM unnest(batch) WITH ORDINALITY AS b
     WHERE NOT EXISTS (SELECT FROM entry e WHERE e.event_id = b.event_id AND e.revision = b.revision);

    IF cardinality(fresh) > 0 THEN
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

        SELECT b.event_id, b.revision INTO clash
          FROM unnest(batch) AS b
         WHERE b.revision > 1
           AND NOT EXISTS (SELECT FROM entry e WHERE e.event_id = b.event_id AND e.revision = b.revision - 1)
           AND NOT EXISTS (SELECT FROM unnest(batch) AS p
                            WHERE p.event_id = b.event_id AND p.revision = b.revision - 1)
         LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'event % has no revision %', clash.event_id, clash.revision - 1
                USING ERRCODE = 'AN004',
                      DETAIL = jsonb_build_object('event', clash.event_id, 'revision', clash.revision);
        END IF;

        -- Strictly increasing in every stream whatever the clock does: that is the order of sequencing.
        SELECT greatest(clock_timestamp(), max(s.accepted_at) + interval '1 microsecond') INTO base
          FROM stream s
         WHERE s.id IN (SELECT unnest(b.streams) FROM unnest(batch) AS b);

        WITH fresh_entry AS (
            SELECT b.*, b.ordinality AS n, derived[b.ordinality] AS derived,
                   base + (row_number() OVER (ORDER BY b.ordinality) - 1) * interval '1 microsecond' AS at
              FROM unnest(batch) WITH ORDINALITY AS b
             WHERE b.ordinality = ANY (fresh)
        ), link AS (
            SELECT f.n, f.event_id, f.revision, f.at, t.stream,
                   coalesce(s.version, 0) + row_number() OVER (PARTITION BY t.stream ORDER BY f.n) AS version
              FROM fresh_entry f CROSS JOIN LATERAL unnest(f.streams) AS t (stream)
              LEFT JOIN stream s ON s.id = t.stream
        ), numbered AS (
            SELECT n, array_agg(version ORDER BY stream COLLATE "C") AS versions FROM link GROUP BY n
        ), entered AS (
            INSERT INTO entry (event_id, revision, kind, reason, occurred, begin_earliest, begin_latest,
                               end_earliest, end_latest, actors, recipients, type, mode, contexts, modality,
                               title, note, effects, sources, grade, reported, tags, actor, streams, versions,
                               appended_at, appended_by, origin, salt, leaf)
            SELECT f.event_id, f.revision, f.kind, f.reason, f.occurred, f.begin_earliest, f.begin_latest,
                   f.end_earliest, f.end_latest, f.actors, f.recipients, f.type, f.mode, f.contexts, f.modality,
                   f.title, f.note, f.effects, f.sources, f.grade, f.reported, f.tags, f.actor, f.streams,
                   numbered.versions, f.at, f.appended_by, f.origin, f.salt, f.leaf
              FROM fresh_entry f JOIN numbered USING (n)
        ), linked AS (
            INSERT INTO stream_entry (stream, version, event_id, revision)
            SELECT stream, version, event_id, revision FROM link
        ), posted AS (
            INSERT INTO outbox (event_id, revision, accepted_at, leaf, derived)
            SELECT event_id, revision, at, leaf, derived FROM fresh_entry
        )
        INSERT INTO stream (id, version, accepted_at)
        SELECT stream, max(version), max(at) FROM link GROUP BY stream
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, accepted_at = excluded.accepted_at;
    END IF;

    RETURN QUERY
        SELECT e.event_id, e.revision, e.appended_at, NOT b.ordinality = ANY (fresh), e.streams, e.versions
          FROM unnest(batch) WITH ORDINALITY AS b JOIN entry e USING (event_id, revision)
         ORDER BY b.ordinality;
END;
$$;
