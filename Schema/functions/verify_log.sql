-- Holds the log against itself with nothing but SQL: recomputes canonical bytes, digests, leaves, tree and streams,
-- and asks how all is linked. No rows when all is well. `annals verify` finds the same, and besides checks the
-- bounds of dates, the projections, and a checkpoint.
--
-- For one answer about a log that grows meanwhile, call it in a REPEATABLE READ transaction.
CREATE OR REPLACE FUNCTION annals.verify_log()
    RETURNS TABLE ("position" bigint, event_id uuid, problem text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    head   annals.log_head;
    item   record;
    tree   record;
    leaves bytea[];
    size   bigint := 0;
    last   bigint := 0;
    before timestamptz := '-infinity';
BEGIN
    SELECT * INTO head FROM annals.log_head h ORDER BY h.position DESC LIMIT 1;
    SELECT '{}'::bytea[] AS grown, sha256('') AS root INTO tree;
    FOR item IN
        -- What a superuser took away counts as nothing.
        SELECT l.position, l.event_id, coalesce(l.leaf, '') AS leaf, r.recorded_at,
               e.event_id IS NOT NULL AS is_there, e.digest,
               CASE WHEN octet_length(e.digest) = 32
                    THEN coalesce(annals.leaf(e.digest, e.appended_at, r.recorded_at, e.appended_as), 'none') END AS due,
               e.streams, e AS entry, p AS replaced,
               content.bytes,
               content.bytes IS NOT NULL
                   AND (p.event_id IS NULL OR annals.canonical_bytes(p) IS NOT NULL) AS is_readable
          FROM annals.log l
          LEFT JOIN annals.entry e ON (e.event_id, e.revision) = (l.event_id, l.revision)
          -- The redaction of a retracted event says nothing, and stands where the event last said something.
          LEFT JOIN annals.entry p ON p.event_id = l.event_id
               AND p.revision = CASE WHEN e.kind = 'redacted' AND num_nonnulls(e.actors, e.actor) = 0
                                     THEN (SELECT max(s.revision) FROM annals.entry s
                                            WHERE s.event_id = l.event_id AND s.revision < l.revision
                                              AND num_nonnulls(s.actors, s.actor) > 0)
                                     ELSE l.revision - 1 END
         CROSS JOIN LATERAL (SELECT annals.canonical_bytes(e) AS bytes OFFSET 0) AS content
         CROSS JOIN LATERAL (SELECT coalesce(l.recorded_at, '-infinity') AS recorded_at) AS r
         WHERE l.position IS NOT NULL
         ORDER BY l.position
    LOOP
        IF item.position > last + 1 THEN
            RETURN QUERY SELECT * FROM annals.missing_positions(last + 1, item.position - 1);
        END IF;
        RETURN QUERY
        SELECT item.position, item.event_id, x.problem
          FROM (VALUES
              (item.position <= last, 'its position is taken twice'),
              (item.recorded_at < before, 'it was recorded before the entry before it'),
              (NOT item.is_there, 'the entry it names is missing'),
              (item.is_there AND item.bytes IS NULL, 'its content cannot be read'),
              (item.bytes IS NOT NULL AND sha256(item.bytes) IS DISTINCT FROM item.digest,
               'its content is not what its digest was made of'),
              (item.due <> item.leaf, 'its digest, a time or its role is not what its leaf was made of'),
              (CASE WHEN item.is_readable THEN item.streams IS DISTINCT FROM ARRAY(
                   SELECT touched COLLATE "C" FROM annals.touched_streams(item.entry) AS touched
                   UNION
                   SELECT touched COLLATE "C" FROM annals.touched_streams(item.replaced) AS touched
                   ORDER BY touched) END,
               'its streams are not those its content touches')
          ) AS x (applies, problem)
         WHERE x.applies;
        last := item.position;
        before := item.recorded_at;
        size := size + 1;
        leaves := leaves || item.leaf;
        IF size % 1000 = 0 THEN
            tree := annals.grow_tree(size - 1000, tree.grown, leaves);
            leaves := '{}';
        END IF;
    END LOOP;
    tree := annals.grow_tree(size - coalesce(cardinality(leaves), 0), tree.grown, coalesce(leaves, '{}'));

    IF last < head.position THEN
        RETURN QUERY SELECT * FROM annals.missing_positions(last + 1, head.position);
    END IF;
    RETURN QUERY
    SELECT x.position, NULL::uuid, x.problem
      FROM (VALUES
          ((SELECT count(*) > 1 FROM annals.log_head), NULL,
           format('the log has %s heads, and can have but one', (SELECT count(*) FROM annals.log_head))),
          (last > head.position, head.position + 1, 'the head of the log is before it'),
          (head.recorded_at <> before, NULL, 'the head of the log has another time than its last entry'),
          (head.frontier <> tree.grown, NULL, 'the head of the log has another frontier than its leaves give'),
          (head.root <> tree.root, NULL, 'the head of the log has another root than its leaves give'),
          (head.log_id IS NULL, NULL, 'the log has no head')
      ) AS x (applies, position, problem)
     WHERE x.applies;

    RETURN QUERY
    SELECT NULL::bigint, e.event_id,
           CASE WHEN annals.canonical_bytes(e) IS NULL THEN 'its content cannot be read'
                ELSE 'its content is not what its digest was made of' END
      FROM annals.outbox o JOIN annals.entry e USING (event_id, revision)
     WHERE sha256(annals.canonical_bytes(e)) IS DISTINCT FROM e.digest
     ORDER BY o.accepted_at, o.event_id;
    RETURN QUERY SELECT * FROM annals.verify_links();
END;
$$;
