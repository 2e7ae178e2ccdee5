-- Applies derived entries to the projections: the one way anything gets into them, for live work and replay.
--
-- Its table names are bare on purpose: annals.sequence() calls it with the live tables on its search_path,
-- replay with tables of its own. The arrays run side by side, in the order of the log.
CREATE OR REPLACE FUNCTION annals.apply(positions bigint[], event_ids uuid[], revisions integer[], derived jsonb[])
    RETURNS void
    LANGUAGE plpgsql
    -- By index whatever the statistics say: a replay starts on empty tables, and would go on as if they were.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
    SET enable_mergejoin = off AS
$$
#variable_conflict use_column
DECLARE
    replacing boolean := (SELECT max(r) > 1 FROM unnest(revisions) AS r);
    naming    boolean := (SELECT bool_or(d ? 'actor') FROM unnest(derived) AS d);
BEGIN
    -- Lanes first: an effect is filed under its lane's number, given in the order of the log.
    INSERT INTO lane (stream, lane, facet, key, from_actor, to_actor, claimant, rank, shape, widest, longest)
    SELECT x.stream,
           coalesce((SELECT max(l.lane) FROM lane l WHERE l.stream = x.stream), 0)
           + row_number() OVER (PARTITION BY x.stream ORDER BY min(e.position * 65536 + x.ordinal)),
           x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.rank, x.shape, 0, 0
      FROM unnest(positions, derived) AS e (position, derived),
           LATERAL jsonb_to_recordset(e.derived -> 'effects') AS x (
               stream text, facet text, key text, from_actor text, to_actor text, claimant text,
               rank smallint, shape smallint, ordinal smallint)
     WHERE NOT EXISTS (
               SELECT FROM lane l
                WHERE (l.stream, l.facet, l.key, l.from_actor, l.to_actor, l.claimant, l.rank, l.shape)
                    = (x.stream, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.rank, x.shape))
     GROUP BY x.stream, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.rank, x.shape;

    UPDATE lane l
       SET widest = greatest(l.widest, given.width), longest = greatest(l.longest, given.length)
      FROM (SELECT x.stream, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.rank, x.shape,
                   max(x.width) AS width, max(x.length) AS length
              FROM unnest(derived) AS d,
                   LATERAL jsonb_to_recordset(d -> 'effects') AS x (
                       stream text, facet text, key text, from_actor text, to_actor text, claimant text,
                       rank smallint, shape smallint, width integer, length integer)
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) AS given
     WHERE (l.stream, l.facet, l.key, l.from_actor, l.to_actor, l.claimant, l.rank, l.shape)
         = (given.stream, given.facet, given.key, given.from_actor, given.to_actor, given.claimant,
            given.rank, given.shape)
       AND (l.widest < given.width OR l.longest < given.length);

    INSERT INTO effect (stream, lane, facet, key, from_actor, to_actor, claimant, value, level, rank, shape,
                        begin_earliest, begin_latest, end_earliest, end_latest, begin_edtf, end_edtf,
                        modality, grade, event_id, revision, ordinal, known_from, known_to)
    SELECT x.stream, l.lane, x.facet, x.key, x.from_actor, x.to_actor, x.claimant, x.value, x.level, x.rank, x.shape,
           x.begin_earliest, x.begin_latest, x.end_earliest, x.end_latest, x.begin_edtf, x.end_edtf,
           x.modality, x.grade, e.event_id, e.revision, x.ordinal, e.position, 9223372036854775807
      FROM unnest(positions, event_ids, revisions, derived) AS e (position, event_id, revision, derived),
           LATERAL jsonb_to_recordset(e.derived -> 'effects') AS x (
               stream text, facet text, key text, from_actor text, to_actor text, claimant text, value text,
               level smallint, rank smallint, shape smallint, begin_earliest date, begin_latest date,
               end_earliest date, end_latest date, begin_edtf text, end_edtf text, modality text, grade text,
               ordinal smallint)
      JOIN lane l USING (stream, facet, key, from_actor, to_actor, claimant, rank, shape);

    INSERT INTO activity AS sum (stream, from_actor, to_actor, month, quad_class, events, score)
    SELECT x.stream, x.from_actor, x.to_actor, x.month, x.quad_class, sum(x.events), sum(x.score_tenths) / 10.0
      FROM unnest(derived) AS d,
           LATERAL jsonb_to_recordset(d -> 'activity') AS x (
               stream text, from_actor text, to_actor text, month date, quad_class smallint, events bigint,
               score_tenths bigint)
     GROUP BY 1, 2, 3, 4, 5
        ON CONFLICT (stream, from_actor, to_actor, month, quad_class) DO UPDATE
       SET events = sum.events + excluded.events, score = sum.score + excluded.score;

    IF naming THEN
        INSERT INTO actor (slug, name, kind, event_id, revision, known_from, known_to)
        SELECT d.derived #>> '{actor,slug}', d.derived #>> '{actor,name}', d.derived #>> '{actor,kind}',
               d.event_id, d.revision, d.position, 9223372036854775807
          FROM unnest(positions, event_ids, revisions, derived) AS d (position, event_id, revision, derived)
         WHERE d.derived ? 'actor';

        INSERT INTO actor_name (folded, scheme, slug, written, event_id, revision, known_from, known_to)
        SELECT x.folded, x.scheme, d.derived #>> '{actor,slug}', x.written,
               d.event_id, d.revision, d.position, 9223372036854775807
          FROM unnest(positions, event_ids, revisions, derived) AS d (position, event_id, revision, derived),
               LATERAL jsonb_to_recordset(d.derived #> '{actor,names}') AS x (
                   folded text, scheme text, written text)
            ON CONFLICT DO NOTHING;
    END IF;

    -- What the revision before an entry said is no longer known from the entry on. A chain of revisions
    -- within one batch closes link by link, which is why this comes after the inserts.
    IF replacing THEN
        UPDATE effect SET known_to = e.position
          FROM unnest(positions, event_ids, revisions, derived) AS e (position, event_id, revision, derived),
               LATERAL jsonb_array_elements_text(e.derived -> 'streams') AS touched
         WHERE e.revision > 1 AND effect.stream = touched
           AND effect.event_id = e.event_id AND effect.revision = e.revision - 1;

        DELETE FROM activity
         USING unnest(derived) AS d, LATERAL jsonb_array_elements_text(d -> 'streams') AS touched
         WHERE activity.stream = touched AND activity.events = 0;

        UPDATE actor SET known_to = e.position
          FROM unnest(positions, event_ids, revisions, derived) AS e (position, event_id, revision, derived),
               LATERAL jsonb_array_elements_text(e.derived -> 'streams') AS touched
         WHERE e.revision > 1 AND actor.slug = touched
           AND actor.event_id = e.event_id AND actor.revision = e.revision - 1;

        UPDATE actor_name SET known_to = e.position
          FROM unnest(positions, event_ids, revisions, derived) AS e (position, event_id, revision, derived),
               LATERAL jsonb_array_elements_text(e.derived -> 'streams') AS touched
         WHERE e.revision > 1 AND actor_name.slug = touched
           AND actor_name.event_id = e.event_id AND actor_name.revision = e.revision - 1;
    END IF;
END;
$$;
