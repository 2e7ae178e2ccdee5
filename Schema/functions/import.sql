-- Records events by the thousand, in one transaction: accepts, sequences, applies and seals them, set by set. Each is
-- what annals.append() and annals.sequence() would have made of it, without their work for each. For files; it
-- holds the sequencer for as long as it runs, so it is given some thousands at a time.
--
-- entries: first revisions alone, of events or actors. One the log has already, with the same content, is left out.
-- head:      where the log ends now.
-- imported:  how many are in the log now that were not.
-- clashing:  the events the log has with other content, which are left out too.
-- Errors:    AN005 an entry contradicts itself or does not fit the projections.
CREATE OR REPLACE FUNCTION annals.import(entries annals.new_entry[],
                                         OUT head bigint, OUT imported integer, OUT clashing uuid[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp
    -- Whatever the statistics say, what is in the tables is found by index, a probe an entry; and what comes from the
    -- entries themselves is joined by hash, because in a generic plan they count as few, and are thousands.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_nestloop = off SET enable_mergejoin = off SET jit = off
    -- A chunk is some megabytes, which no step should have to write to a file and read again: these are kilobytes.
    SET work_mem = 65536 AS
$$
#variable_conflict use_column
DECLARE
    tip       log_head;
    problem   record;
    more      boolean := true;
    event_ids uuid[];
    kept      integer[];
    fresh     new_entry[] := entries;
    touched   text[];
    latest    bigint[];
    base      timestamptz;
    recorded  timestamptz;
    derived   derivation[];
    leaves    bytea[];
    positions bigint[];
BEGIN
    -- A fixed snapshot would not see what the sequencer before it did.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'annals.import() needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
    END IF;
    -- The streams first and in order, as every writer takes them; whoever sequences needs none of them.
    PERFORM pg_advisory_xact_lock(1634627169, slot)
       FROM (SELECT DISTINCT hashtext(stream) & 1023 AS slot
               FROM (SELECT unnest((e).streams) FROM (SELECT unnest(entries) AS e) AS given) AS named (stream)
              ORDER BY slot) AS slots;
    PERFORM pg_advisory_xact_lock(1634627169, 1024);

    SELECT (given).event_id, (given).revision, what INTO problem
      FROM (SELECT given,
                   CASE WHEN (given).revision = 1 THEN annals.entry_problem(given)
                        ELSE 'an import takes first revisions alone' END AS what
              FROM (SELECT unnest(entries) AS given) AS all_given) AS checked
     WHERE what IS NOT NULL
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'event %, revision %: %', problem.event_id, problem.revision, problem.what
            USING ERRCODE = 'AN005',
                  DETAIL = jsonb_build_object('event', problem.event_id, 'revision', problem.revision);
    END IF;

    -- What others had accepted of these streams comes before, in the log as in their versions.
    WHILE more LOOP
        SELECT s.more INTO more FROM annals.sequence() AS s;
    END LOOP;

    SELECT array_agg((e).event_id) INTO event_ids FROM (SELECT unnest(entries) AS e) AS given;
    SELECT array_agg(n ORDER BY n) INTO kept
      FROM (SELECT n, event_id, row_number() OVER (PARTITION BY event_id ORDER BY n) AS copy
              FROM unnest(event_ids) WITH ORDINALITY AS e (event_id, n)) AS given
     WHERE copy = 1
       AND (SELECT true FROM entry k WHERE k.event_id = given.event_id AND k.revision = 1) IS NULL;
    imported := coalesce(cardinality(kept), 0);
    SELECT * INTO tip FROM log_head ORDER BY position DESC LIMIT 1;
    head := tip.position;
    IF imported < cardinality(entries) THEN
        -- Of a text that was erased meanwhile nobody can tell any more whether it was the same.
        SELECT array_agg(g.event_id) INTO clashing
          FROM unnest(entries) AS g
         CROSS JOIN LATERAL (SELECT * FROM entry k WHERE k.event_id = g.event_id AND k.revision = 1 LIMIT 1) AS k
         WHERE (k.kind, k.occurred, k.actors, k.recipients, k.type, k.mode, k.contexts, k.modality, k.title, k.note,
                k.effects, k.sources, k.grade, k.reported, k.tags, k.actor)
               IS DISTINCT FROM
               (g.kind, g.occurred, g.actors, g.recipients, g.type, g.mode, g.contexts, g.modality,
                CASE WHEN k.title_hash IS NULL THEN g.title END, CASE WHEN k.note_hash IS NULL THEN g.note END,
                g.effects, g.sources, g.grade, g.reported, g.tags, g.actor);
        SELECT array_agg(given ORDER BY n), array_agg((given).event_id ORDER BY n) INTO fresh, event_ids
          FROM (SELECT unnest(entries) AS given, generate_subscripts(entries, 1) AS n) AS numbered
          JOIN unnest(kept) AS k (n) USING (n);
    END IF;
    IF imported = 0 THEN
        RETURN;
    END IF;

    -- Times are strictly increasing in the batch and in every stream, whatever the clock does.
    SELECT array_agg(stream), array_agg(coalesce(version, 0)),
           greatest(clock_timestamp() - imported * interval '1 microsecond',
                    max(appended_at) + interval '1 microsecond')
      INTO touched, latest, base
      FROM (SELECT DISTINCT unnest((f).streams) AS stream FROM (SELECT unnest(fresh) AS f) AS given) AS named
      LEFT JOIN LATERAL (SELECT s.version,
                                (SELECT e.appended_at FROM entry e
                                  WHERE e.event_id = s.event_id AND e.revision = s.revision) AS appended_at
                           FROM stream_entry s WHERE s.stream = named.stream ORDER BY s.version DESC LIMIT 1)
           AS last ON true;
    recorded := greatest(tip.recorded_at + interval '1 microsecond', clock_timestamp(),
                         base + imported * interval '1 microsecond');

    INSERT INTO stream (id)
    SELECT id FROM unnest(touched, latest) AS t (id, version) WHERE version = 0 ORDER BY id
        ON CONFLICT DO NOTHING;

    WITH given AS (
        SELECT * FROM unnest(fresh) WITH ORDINALITY AS f (
            event_id, revision, kind, reason, erases, occurred, begin_earliest, begin_latest, end_earliest, end_latest,
            actors, recipients, type, mode, contexts, modality, title, note, effects, sources, grade, reported, tags,
            actor, streams, appended_by, origin, salt, digest, derived, place)
    ), linked AS (
        SELECT place, ordinal, event_id, stream,
               h.version + row_number() OVER (PARTITION BY stream ORDER BY place) AS version
          FROM given, LATERAL unnest(streams) WITH ORDINALITY AS t (stream, ordinal)
          JOIN unnest(touched, latest) AS h (stream, version) USING (stream)
    ), links AS (
        INSERT INTO stream_entry (stream, version, event_id, revision)
        SELECT stream, version, event_id, 1 FROM linked ORDER BY stream, version
    ), numbered AS (
        SELECT place, array_agg(version ORDER BY ordinal) AS versions FROM linked GROUP BY place
    )
    INSERT INTO entry (event_id, revision, kind, reason, erases, occurred, begin_earliest, begin_latest, end_earliest,
                       end_latest, actors, recipients, type, mode, contexts, modality, title, note, effects,
                       sources, grade, reported, tags, actor, streams, versions, appended_at, appended_by,
                       appended_as, origin, salt, digest)
    SELECT event_id, revision, kind, reason, erases, occurred, begin_earliest, begin_latest, end_earliest,
           end_latest, actors, recipients, type, mode, contexts, modality, title, note, effects,
           sources, grade, reported, tags, actor, streams, versions, base + place * interval '1 microsecond',
           appended_by, session_user, origin, salt, digest
      FROM given JOIN numbered USING (place)
     ORDER BY place;

    SELECT array_agg((f).derived), array_agg(tip.position + place),
           array_agg(annals.leaf((f).digest, base + place * interval '1 microsecond', recorded, session_user))
      INTO derived, positions, leaves
      FROM (SELECT unnest(fresh) AS f, generate_series(1, imported) AS place) AS given;
    INSERT INTO log (position, event_id, revision, leaf, recorded_at)
    SELECT e.position, e.event_id, 1, e.leaf, recorded
      FROM unnest(positions, event_ids, leaves) AS e (position, event_id, leaf);
    PERFORM annals.project(positions, event_ids, array_fill(1, ARRAY[imported]), derived);
    head := tip.position + imported;
    UPDATE log_head
       SET position = head, recorded_at = recorded, frontier = tree.grown, root = tree.root
      FROM annals.grow_tree(tip.position, tip.frontier, leaves) AS tree
     WHERE log_head.position = tip.position;
    PERFORM pg_notify('annals', head::text);
END;
$$;
