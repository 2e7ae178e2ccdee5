-- Puts what annals.cloud_events() wrote back, entry by entry as it was: with its times, its salt, its place in the log
-- and its leaf. What the log has already, the same, is passed over, so that what was restored in part goes on. The
-- projections are filled afterwards, from the log. The owner's alone, for whoever restores says when things were known.
--
-- events:   some of them, in their order.
-- after:    the position before the first of them; null for any that follows the log, or is in it.
-- head:     the position of the last of them; null when there is none.
-- restored: how many of them the log did not have.
-- note:     the checkpoint in the last line of a whole log, where that is among them; nothing may follow it.
-- Errors:   AN007 a line is not what annals would write of the entry, does not follow the one before it, or comes after
--           the last; DETAIL has its number, counted from 1 in the array.
CREATE OR REPLACE FUNCTION annals.restore(events jsonb[], after bigint DEFAULT NULL,
                                          OUT head bigint, OUT restored integer, OUT note text)
    LANGUAGE plpgsql SET search_path = annals, pg_temp SET TimeZone = utc SET bytea_output = hex
    SET enable_nestloop = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan SET jit = off AS
$$
DECLARE
    tip     log_head;
    ending  integer;
    entries entry[];
    leaves  bytea[];
    times   timestamptz[];
    places  bigint[];
    wrong   record;
BEGIN
    SELECT * INTO tip FROM log_head ORDER BY position DESC LIMIT 1;
    restored := 0;

    SELECT min(n) INTO ending
      FROM unnest(events) WITH ORDINALITY AS x (event, n)
     WHERE event ->> 'type' = 'org.annals.checkpoint.v1';
    IF ending < cardinality(events) THEN
        RAISE EXCEPTION 'it comes after the last line of a log' USING ERRCODE = 'AN007', DETAIL = (ending + 1)::text;
    END IF;
    IF ending IS NOT NULL THEN
        note := events[ending] #>> '{data,checkpoint}';
        IF note IS NULL OR annals.cloud_events_end(note)::jsonb <> events[ending] THEN
            RAISE EXCEPTION 'it does not say what its checkpoint says' USING ERRCODE = 'AN007', DETAIL = ending::text;
        END IF;
        events := events[:ending - 1];
    END IF;
    IF cardinality(events) = 0 THEN
        RETURN;
    END IF;

    SELECT array_agg(e ORDER BY n) INTO entries
      FROM (SELECT jsonb_populate_record(NULL::entry, x.event -> 'data') AS e, x.n
              FROM unnest(events) WITH ORDINALITY AS x (event, n)) AS read;
    SELECT array_agg(decode(substr(x.event -> 'data' ->> 'leaf', 3), 'hex') ORDER BY x.n),
           array_agg((x.event ->> 'recordedtime')::timestamptz ORDER BY x.n),
           array_agg((x.event ->> 'sequence')::bigint ORDER BY x.n)
      INTO leaves, times, places
      FROM unnest(events) WITH ORDINALITY AS x (event, n);
    after := coalesce(after, least(places[1] - 1, tip.position));

    SELECT n, what INTO wrong
      FROM (SELECT n, CASE
                       WHEN place IS DISTINCT FROM after + n
                           THEN format('after #%s comes #%s, and this is #%s', after + n - 1, after + n, place)
                       WHEN place <= tip.position
                           THEN CASE WHEN (SELECT l.leaf FROM log l WHERE l.position = place) IS DISTINCT FROM leaf
                                     THEN format('at #%s the log has another entry', place) END
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

    head := after + cardinality(entries);
    restored := greatest(head - tip.position, 0);
    IF restored > 0 THEN
        entries := entries[cardinality(entries) - restored + 1:];
        leaves := leaves[cardinality(leaves) - restored + 1:];
        times := times[cardinality(times) - restored + 1:];
        INSERT INTO stream (id) SELECT DISTINCT unnest(e.streams) FROM unnest(entries) AS e ON CONFLICT DO NOTHING;
        INSERT INTO entry SELECT * FROM unnest(entries);
        INSERT INTO stream_entry (stream, version, event_id, revision)
        SELECT t.stream, t.version, e.event_id, e.revision
          FROM unnest(entries) AS e, LATERAL unnest(e.streams, e.versions) AS t (stream, version);
        INSERT INTO log (position, event_id, revision, leaf, recorded_at)
        SELECT tip.position + s.n, e.event_id, e.revision, s.leaf, s.recorded_at
          FROM unnest(entries) WITH ORDINALITY AS e
          JOIN unnest(leaves, times) WITH ORDINALITY AS s (leaf, recorded_at, n) ON s.n = e.ordinality;
        UPDATE log_head
           SET position = tip.position + restored, recorded_at = times[restored], frontier = tree.grown,
               root = tree.root,
               log_id = CASE WHEN tip.position = 0 THEN substr(events[1] ->> 'source', 10)::uuid ELSE tip.log_id END
          FROM annals.grow_tree(tip.position, tip.frontier, leaves) AS tree
         WHERE log_head.position = tip.position;
    END IF;

    -- Every attribute and every field is what would be written of the entry again; but for its nulls, which may be
    -- left out.
    SELECT x.n, jsonb_strip_nulls(x.event) AS given, jsonb_strip_nulls(own.event::jsonb) AS due INTO wrong
      FROM annals.cloud_events(after, head) AS own
      JOIN unnest(events) WITH ORDINALITY AS x (event, n) ON x.n = own.position - after
     WHERE jsonb_strip_nulls(x.event) <> jsonb_strip_nulls(own.event::jsonb)
     ORDER BY x.n LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'annals writes this entry otherwise: see its %', (
                  SELECT string_agg(name, ', ' ORDER BY name)
                    FROM (SELECT key AS name, value FROM jsonb_each(wrong.given - 'data')
                          UNION ALL SELECT 'data.' || key, value FROM jsonb_each(wrong.given -> 'data')) AS g
                    FULL JOIN (SELECT key AS name, value FROM jsonb_each(wrong.due - 'data')
                               UNION ALL SELECT 'data.' || key, value FROM jsonb_each(wrong.due -> 'data')) AS d
                        USING (name)
                   WHERE g.value IS DISTINCT FROM d.value)
            USING ERRCODE = 'AN007', DETAIL = wrong.n::text;
    END IF;
END;
$$;
