-- What is wrong with how entries, log, outbox and streams are linked: no rows when all is well.
--
-- Versions are dense in every stream, and follow the log's order and that of acceptance; every entry is in the log
-- or waits to be, is linked into every stream it says, and nothing else is.
CREATE OR REPLACE FUNCTION annals.verify_links()
    RETURNS TABLE ("position" bigint, event_id uuid, problem text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT l.position, e.event_id,
           format(CASE WHEN l.position IS NULL THEN 'revision %s is neither in the log nor waiting'
                       ELSE 'revision %s is in the log and waiting' END, e.revision) AS problem
      FROM annals.entry e
      LEFT JOIN annals.log l USING (event_id, revision)
      LEFT JOIN annals.outbox o USING (event_id, revision)
     WHERE (l.position IS NULL) = (o.event_id IS NULL)
    UNION ALL
    SELECT NULL, o.event_id,
           format(CASE WHEN e.event_id IS NULL THEN 'revision %s waits and is missing'
                       ELSE 'revision %s waits with another digest, time or role than its own' END, o.revision)
      FROM annals.outbox o
      LEFT JOIN annals.entry e USING (event_id, revision)
     WHERE (o.digest, o.accepted_at, o.appended_as) IS DISTINCT FROM (e.digest, e.appended_at, e.appended_as)
    UNION ALL
    SELECT u.position, u.event_id, format('revision %s is set aside and means nothing: %s', u.revision, u.problem)
      FROM annals.unapplied() u
    UNION ALL
    SELECT NULL, NULL, 'the turn in which entries are accepted is over: none of them becomes known'
      FROM annals.log_head h
     WHERE h.turn > h.open_turn OR h.turn < 0
    UNION ALL
    SELECT NULL, o.event_id, format('revision %s waits in a turn that is over', o.revision)
      FROM annals.outbox o
     WHERE o.turn < (SELECT max(h.turn) FROM annals.log_head h)
    UNION ALL
    SELECT l.position, l.event_id, format('revision %s has another position too', l.revision)
      FROM (SELECT k.position, k.event_id, k.revision, row_number() OVER (PARTITION BY k.event_id, k.revision
                                                                          ORDER BY k.position) AS n
              FROM annals.log k) AS l
     WHERE l.n > 1
    UNION ALL
    SELECT l.position, e.event_id,
           format(CASE WHEN before.event_id IS NULL THEN 'revision %s has none before it'
                       ELSE 'revision %s stands before the one before it' END, e.revision)
      FROM annals.entry e
      LEFT JOIN annals.entry before ON (before.event_id, before.revision) = (e.event_id, e.revision - 1)
      LEFT JOIN annals.log l ON (l.event_id, l.revision) = (e.event_id, e.revision)
      LEFT JOIN annals.log b ON (b.event_id, b.revision) = (e.event_id, e.revision - 1)
     WHERE e.revision > 1 AND (before.event_id IS NULL OR before.appended_at >= e.appended_at
                               OR l.position IS NOT NULL AND (b.position IS NULL OR b.position >= l.position))
    UNION ALL
    SELECT l.position, e.event_id, format('revision %s lacks a text that no redaction erased', e.revision)
      FROM annals.entry e
      LEFT JOIN annals.log l USING (event_id, revision)
     WHERE num_nonnulls(e.title_hash, e.note_hash, e.reason_hash) > 0
       AND EXISTS (
               SELECT FROM (VALUES (e.title_hash, 'title', 'title'), (e.note_hash, 'note', 'note'),
                                   (e.reason_hash, 'reason', 'reason/' || e.revision)) AS lost (hash, name, own)
                WHERE lost.hash IS NOT NULL AND NOT EXISTS (
                          SELECT FROM annals.entry r
                           WHERE r.event_id = e.event_id AND r.revision > e.revision
                             AND (lost.name = ANY (r.erases) OR lost.own = ANY (r.erases))))
    UNION ALL
    SELECT link.position, link.event_id, format(wrong.problem, link.version, link.stream)
      FROM (
          SELECT chained.*, version <> due AS skips, own IS DISTINCT FROM version AS strays,
                 due > 1 AND position IS NOT NULL AND coalesce(position_before >= position, true)
                 OR coalesce(appended_before >= appended_at, false) AS goes_back
            FROM (
                SELECT l.position, s.event_id, s.stream, s.version, e.appended_at,
                       CASE WHEN array_ndims(e.streams) = 1
                            THEN e.versions[array_position(e.streams, s.stream)] END AS own,
                       row_number() OVER chain AS due, lag(l.position) OVER chain AS position_before,
                       lag(e.appended_at) OVER chain AS appended_before
                  FROM annals.stream_entry s
                  LEFT JOIN annals.entry e USING (event_id, revision)
                  LEFT JOIN annals.log l USING (event_id, revision)
                WINDOW chain AS (PARTITION BY s.stream ORDER BY s.version)
            ) AS chained
      ) AS link, LATERAL (VALUES
          (link.skips, 'version %s of %s comes after a hole, or twice'),
          (link.strays, 'version %s of %s is not what its entry says'),
          (link.goes_back, 'version %s of %s stands before the one before it')
      ) AS wrong (applies, problem)
     WHERE (link.skips OR link.strays OR link.goes_back) AND wrong.applies
    UNION ALL
    SELECT l.position, own.event_id, format('version %s of %s is not linked to it', own.version, own.stream)
      FROM (SELECT e.event_id, e.revision, unnest(e.streams) AS stream, unnest(e.versions) AS version
              FROM annals.entry e) AS own
      LEFT JOIN annals.stream_entry s
        ON (s.stream, s.version, s.event_id, s.revision) = (own.stream, own.version, own.event_id, own.revision)
      LEFT JOIN annals.log l ON (l.event_id, l.revision) = (own.event_id, own.revision)
     WHERE s.stream IS NULL
    UNION ALL
    SELECT NULL, NULL, format(CASE WHEN s.id IS NULL THEN 'the stream %s is not listed'
                                   ELSE 'the stream %s is listed and has no entry' END, coalesce(s.id, f.stream))
      FROM annals.stream s
      FULL JOIN (SELECT e.stream FROM annals.stream_entry e WHERE e.version = 1) AS f ON f.stream = s.id
     WHERE s.id IS NULL OR f.stream IS NULL
$$;
