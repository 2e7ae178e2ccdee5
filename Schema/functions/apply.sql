-- Applies derived entries to the projections: the one way anything gets into them, for live work and replay.
--
-- Its table names are bare on purpose: annals.project() calls it with the tables to fill on the search_path, which are
-- the live ones, or a replay's own. The arrays run side by side, in the order of the log.
CREATE OR REPLACE FUNCTION annals.apply(positions bigint[], event_ids uuid[], revisions integer[],
                                        derived annals.derivation[])
    RETURNS void
    LANGUAGE plpgsql
    -- By index whatever the statistics say: a replay starts on empty tables, and would go on as if they were.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
    SET enable_mergejoin = off SET jit = off AS
$$
#variable_conflict use_column
DECLARE
    replacing boolean := (SELECT max(r) > 1 FROM unnest(revisions) AS r);
    missing   bigint  := (SELECT coalesce(sum(cardinality(d.effects)), 0) FROM unnest(derived) AS d);
    filed     bigint;
    naming    boolean := (SELECT bool_or((d.actor).slug IS NOT NULL) FROM unnest(derived) AS d);
BEGIN
    -- An effect is filed under its lane's number, given in the order of the log. Nearly always the lane is there
    -- and wide enough; where it is not, it is made or widened, and those left over are filed in a second pass.
    FOR pass IN 1 .. 2 LOOP
        EXIT WHEN missing = 0;
        INSERT INTO effect (stream, lane, facet, key, from_actor, to_actor, claimant, value, level, rank, shape,
                            begin_earliest, begin_latest, end_earliest, end_latest, begin_edtf, end_edtf,
                            modality, grade, event_id, revision, ordinal, known_from, known_to)
        SELECT x.stream, l.lane, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.value, x.level, x.rank, x.shape,
               x.begin_earliest, x.begin_latest, x.end_earliest, x.end_latest, x.begin_edtf, x.end_edtf,
               x.modality, x.grade, e.event_id, e.revision, x.ordinal - 1, e.position, 9223372036854775807
          FROM unnest(positions, event_ids, revisions, derived) AS e (
                   position, event_id, revision, effects, activity, actor),
               LATERAL unnest(e.effects) WITH ORDINALITY AS x (
                   stream, facet, key, from_actor, to_actor, claimant, value, level, rank, shape,
                   begin_earliest, begin_latest, end_earliest, end_latest, begin_edtf, end_edtf, modality,
                   grade, ordinal)
          JOIN lane l USING (stream, facet, key, from_actor, to_actor, claimant, rank, shape)
         WHERE l.widest >= annals.days_between(x.begin_earliest, x.begin_latest)
           AND l.longest >= annals.days_between(x.begin_earliest, x.end_latest)
            ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS filed = ROW_COUNT;
        missing := missing - filed;
        EXIT WHEN missing = 0;

        INSERT INTO lane AS l (stream, lane, facet, key, from_actor, to_actor, claimant, rank, shape, widest, longest)
        SELECT g.stream,
               coalesce(k.lane, coalesce((SELECT max(s.lane) FROM lane s WHERE s.stream = g.stream), 0)
                                + row_number() OVER (PARTITION BY g.stream, k.lane IS NULL ORDER BY g.first)),
               g.facet, g.key, g.from_actor, g.to_actor, g.claimant, g.rank, g.shape, g.widest, g.longest
          FROM (SELECT x.stream, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.rank, x.shape,
                       min(e.position * 65536 + x.ordinal) AS first,
                       max(annals.days_between(x.begin_earliest, x.begin_latest)) AS widest,
                       max(annals.days_between(x.begin_earliest, x.end_latest)) AS longest
                  FROM unnest(positions, derived) AS e (position, effects, activity, actor),
                       LATERAL unnest(e.effects) WITH ORDINALITY AS x (
                           stream, facet, key, from_actor, to_actor, claimant, value, level, rank, shape,
                           begin_earliest, begin_latest, end_earliest, end_latest, begin_edtf, end_edtf, modality,
                           grade, ordinal)
                 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) AS g
          LEFT JOIN lane k USING (stream, facet, key, from_actor, to_actor, claimant, rank, shape)
         WHERE k.lane IS NULL OR k.widest < g.widest OR k.longest < g.longest
            ON CONFLICT (stream, facet, key, from_actor, to_actor, claimant, rank, shape) DO UPDATE
           SET widest = greatest(l.widest, excluded.widest), longest = greatest(l.longest, excluded.longest);
    END LOOP;
    IF missing <> 0 THEN
        RAISE EXCEPTION 'effects of positions % to % are applied already, or have no lane', positions[1],
            positions[cardinality(positions)] USING ERRCODE = 'AN008';
    END IF;

    -- A revision is linked also to what the event touched before it, where it did not occur.
    WITH begun AS (
        INSERT INTO occurrence (stream, begin_earliest, begin_latest, event_id, revision, known_from, known_to)
        SELECT touched.stream, b.begin_earliest, b.begin_latest, e.event_id, e.revision, e.position,
               9223372036854775807
          FROM unnest(positions, event_ids, revisions) AS e (position, event_id, revision)
          JOIN annals.entry b USING (event_id, revision)
         CROSS JOIN LATERAL (
             SELECT unnest(b.streams) WHERE b.revision = 1
             UNION ALL
             SELECT annals.touched_streams(b) WHERE b.revision > 1
         ) AS touched (stream)
         -- Whoever appends with SQL may have written any date, or none.
         WHERE b.begin_earliest <= b.begin_latest
           AND (b.begin_earliest = '-infinity' OR b.begin_earliest BETWEEN '0001-01-01' AND '10000-01-01')
        RETURNING stream, begin_earliest, known_from
    )
    INSERT INTO known_month (stream, month, known_from)
    SELECT stream, date_trunc('month', day::timestamp)::date, min(known_from)
      FROM (SELECT stream, begin_earliest AS day, known_from FROM begun
            UNION ALL
            SELECT x.stream, x.begin_latest, e.position
              FROM unnest(positions, derived) AS e (position, effects, activity, actor),
                   LATERAL unnest(e.effects) AS x
             WHERE x.shape < 2 AND x.begin_latest BETWEEN '0001-01-01' AND '10000-01-01') AS begins
     GROUP BY 1, 2
        ON CONFLICT DO NOTHING;

    INSERT INTO activity AS sum (stream, from_actor, to_actor, month, quad_class, events, score)
    SELECT x.stream, x.from_actor, x.to_actor, x.month, x.quad_class, sum(x.events), sum(x.score_tenths) / 10.0
      FROM unnest(derived) AS d, LATERAL unnest(d.activity) AS x
     GROUP BY 1, 2, 3, 4, 5
        ON CONFLICT (stream, from_actor, to_actor, month, quad_class) DO UPDATE
       SET events = sum.events + excluded.events, score = sum.score + excluded.score;

    IF naming THEN
        INSERT INTO actor (slug, name, kind, event_id, revision, known_from, known_to)
        SELECT (e.actor).slug, (e.actor).name, (e.actor).kind, e.event_id, e.revision, e.position,
               9223372036854775807
          FROM unnest(positions, event_ids, revisions, derived) AS e (
                   position, event_id, revision, effects, activity, actor)
         WHERE (e.actor).slug IS NOT NULL;

        INSERT INTO actor_name (folded, scheme, slug, written, event_id, revision, known_from, known_to)
        SELECT x.folded, x.scheme, (e.actor).slug, x.written, e.event_id, e.revision, e.position,
               9223372036854775807
          FROM unnest(positions, event_ids, revisions, derived) AS e (
                   position, event_id, revision, effects, activity, actor),
               LATERAL unnest((e.actor).names) AS x
            ON CONFLICT DO NOTHING;
    END IF;

    -- What the revision before an entry said is no longer known from the entry on. A chain of revisions
    -- within one batch closes link by link, which is why this comes after the inserts.
    IF replacing THEN
        UPDATE effect SET known_to = e.position
          FROM unnest(positions, event_ids, revisions) AS e (position, event_id, revision),
               annals.entry AS before, LATERAL unnest(before.streams) AS touched
         WHERE e.revision > 1 AND before.event_id = e.event_id AND before.revision = e.revision - 1
           AND effect.stream = touched
           AND effect.event_id = e.event_id AND effect.revision = e.revision - 1;

        UPDATE occurrence SET known_to = e.position
          FROM unnest(positions, event_ids, revisions) AS e (position, event_id, revision)
          JOIN annals.log l ON l.event_id = e.event_id AND l.revision = e.revision - 1
          JOIN annals.entry AS before ON before.event_id = l.event_id AND before.revision = l.revision,
               LATERAL unnest(before.streams) AS touched
         WHERE e.revision > 1 AND occurrence.stream = touched AND occurrence.known_from = l.position;

        DELETE FROM activity
         USING unnest(derived) AS d, LATERAL unnest(d.activity) AS x
         WHERE x.events < 0 AND activity.events = 0
           AND (activity.stream, activity.from_actor, activity.to_actor, activity.month, activity.quad_class)
             = (x.stream, x.from_actor, x.to_actor, x.month, x.quad_class);

        UPDATE actor SET known_to = e.position
          FROM unnest(positions, event_ids, revisions) AS e (position, event_id, revision),
               annals.entry AS before, LATERAL unnest(before.streams) AS touched
         WHERE e.revision > 1 AND before.event_id = e.event_id AND before.revision = e.revision - 1
           AND actor.slug = touched
           AND actor.event_id = e.event_id AND actor.revision = e.revision - 1;

        UPDATE actor_name SET known_to = e.position
          FROM unnest(positions, event_ids, revisions) AS e (position, event_id, revision),
               annals.entry AS before, LATERAL unnest(before.streams) AS touched
         WHERE e.revision > 1 AND before.event_id = e.event_id AND before.revision = e.revision - 1
           AND actor_name.slug = touched
           AND actor_name.event_id = e.event_id AND actor_name.revision = e.revision - 1;
    END IF;
END;
$$;
