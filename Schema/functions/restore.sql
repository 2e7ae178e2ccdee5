-- Puts what annals.cloud_events() wrote back, entry by entry as it was: with its times, its salt, its place in the log
-- and its leaf. Only where the log ends just before the first of them; the projections are filled afterwards, from the
-- log. The owner's alone, for whoever restores says when things were known.
--
-- Errors: AN007 an entry is not what its digest and leaf say, or does not follow the one before it; DETAIL has its line,
--         counted from 1 in the array.
CREATE OR REPLACE FUNCTION annals.restore(events jsonb[]) RETURNS void
    LANGUAGE plpgsql SET search_path = annals, pg_temp
    SET enable_nestloop = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan SET jit = off AS
$$
DECLARE
    tip     log_head;
    entries entry[];
    leaves  bytea[];
    times   timestamptz[];
    places  bigint[];
    wrong   record;
BEGIN
    SELECT * INTO tip FROM log_head ORDER BY position DESC LIMIT 1;
    SELECT array_agg(e ORDER BY n) INTO entries
      FROM (SELECT jsonb_populate_record(NULL::entry, x.event -> 'data') AS e, x.n
              FROM unnest(events) WITH ORDINALITY AS x (event, n)) AS read;
    SELECT array_agg(decode(substr(x.event -> 'data' ->> 'leaf', 3), 'hex') ORDER BY x.n),
           array_agg((x.event ->> 'recordedtime')::timestamptz ORDER BY x.n),
           array_agg((x.event ->> 'sequence')::bigint ORDER BY x.n)
      INTO leaves, times, places
      FROM unnest(events) WITH ORDINALITY AS x (event, n);

    SELECT n, what INTO wrong
      FROM (SELECT n, CASE
                       WHEN place IS DISTINCT FROM tip.position + n
                           THEN format('the log ends at #%s, and this is #%s', tip.position + n - 1, place)
                       WHEN (sha256(annals.canonical_bytes(e)) = (e).digest) IS NOT TRUE
                           THEN 'what it says does not give its digest'
                       WHEN (annals.leaf((e).digest, (e).appended_at, recorded_at, (e).appended_as) = leaf) IS NOT TRUE
                           THEN 'its digest, its times and its role do not give its leaf'
                       WHEN (recorded_at >= coalesce(lag(recorded_at) OVER (ORDER BY n), tip.recorded_at)) IS NOT TRUE
                           THEN 'it was recorded before the one before it'
                   END AS what
              FROM (SELECT unnest(entries) AS e, unnest(leaves) AS leaf, unnest(times) AS recorded_at,
                           unnest(places) AS place, generate_subscripts(entries, 1) AS n) AS given) AS checked
     WHERE what IS NOT NULL
     ORDER BY n LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION '%', wrong.what USING ERRCODE = 'AN007', DETAIL = wrong.n::text;
    END IF;

    INSERT INTO stream (id) SELECT DISTINCT unnest(e.streams) FROM unnest(entries) AS e ON CONFLICT DO NOTHING;
    INSERT INTO entry SELECT * FROM unnest(entries);
    INSERT INTO stream_entry (stream, version, event_id, revision)
    SELECT t.stream, t.version, e.event_id, e.revision
      FROM unnest(entries) AS e, LATERAL unnest(e.streams, e.versions) AS t (stream, version);
    INSERT INTO log (position, event_id, revision, leaf, recorded_at)
    SELECT tip.position + row_number() OVER (), e.event_id, e.revision, leaf, recorded_at
      FROM unnest(entries, leaves, times) AS e (
               event_id, revision, kind, reason, erases, occurred, begin_earliest, begin_latest, end_earliest, end_latest,
               actors, recipients, type, mode, contexts, modality, title, note, effects, sources, grade, reported, tags,
               actor, streams, versions, appended_at, appended_by, appended_as, origin, salt, digest, title_hash,
               note_hash, reason_hash, leaf, recorded_at);
    UPDATE log_head
       SET position = tip.position + cardinality(entries), recorded_at = times[cardinality(times)],
           frontier = tree.grown, root = tree.root,
           log_id = CASE WHEN tip.position = 0 THEN substr(events[1] ->> 'source', 10)::uuid ELSE tip.log_id END
      FROM annals.grow_tree(tip.position, tip.frontier, leaves) AS tree
     WHERE log_head.position = tip.position;
END;
$$;
