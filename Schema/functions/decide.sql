-- The value of lanes on a day from the effects that can matter, where some of their dates are imprecise: one row
-- a lane, as annals.state_at() gives it; of one stream or of several.
--
-- The value is defined by an oracle: choose a day for every imprecise date within its bounds; the fold gives
-- one value; a value is possible if some choice gives it and certain if all do. The comments below say which
-- effects that makes winners and contenders. `value` is null when nothing is certainly in force.
DROP FUNCTION IF EXISTS annals.decide(annals.effect_row[], date);  -- that of one stream, which named none
CREATE OR REPLACE FUNCTION annals.decide(effects annals.effect_row[], at date)
    RETURNS TABLE (stream text, facet text, key text, from_actor text, to_actor text, claimant text,
                   value text, level smallint, certainty text, modality text,
                   since_edtf text, since_earliest date, since_latest date,
                   until_edtf text, until_earliest date, until_latest date,
                   grade text, "position" bigint, event_id uuid, title text, alternatives jsonb)
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH placed AS (
        SELECT e.*, e.begin_latest <= at AND e.end_earliest > at AS certain,
               least(e.begin_latest, at) AS latest
          FROM unnest(effects) AS e
    ), by_latest AS (
        -- The one that began last wins. A contender can have begun after the earliest possible begin of every
        -- effect certainly in force: any other can be read as not in force, or as begun earlier.
        SELECT p.*,
               p.certain AND row_number() OVER (
                   lane ORDER BY p.certain DESC, p.begin_latest DESC, p.begin_earliest DESC,
                                 p.known_from DESC, p.ordinal DESC) = 1 AS wins,
               NOT bool_or(p.certain) OVER lane
               OR (p.latest, p.known_from, p.ordinal) >= (
                   first_value(p.begin_earliest) OVER threshold, first_value(p.known_from) OVER threshold,
                   first_value(p.ordinal) OVER threshold) AS contends
          FROM placed p
         WHERE p.rank = 0
        WINDOW lane AS (PARTITION BY p.stream, p.facet, p.key, p.from_actor, p.to_actor, p.claimant),
               threshold AS (lane ORDER BY p.certain DESC, p.begin_earliest DESC, p.known_from DESC, p.ordinal DESC)
    ), ranked AS (
        -- The highest rank since the last `none` (rank 1), every certain date read at its latest. A contender
        -- can have begun after every certain `none`, and whatever certainly outranks it can have been ended
        -- by some `none` that came after that and before the contender.
        SELECT c.*,
               c.certain AND NOT EXISTS (
                   SELECT FROM placed n
                    WHERE n.rank = 1 AND n.certain AND n.stream = c.stream AND n.claimant = c.claimant
                      AND (n.begin_latest, n.known_from, n.ordinal) > (c.begin_latest, c.known_from, c.ordinal)
               ) AS stands,
               CASE WHEN c.rank = 1 THEN NOT EXISTS (
                   SELECT FROM placed h
                    WHERE h.rank > 1 AND h.certain AND h.stream = c.stream AND h.claimant = c.claimant
                      AND (h.begin_earliest, h.known_from, h.ordinal) >= (c.latest, c.known_from, c.ordinal))
               ELSE NOT EXISTS (
                   SELECT FROM placed n
                    WHERE n.rank = 1 AND n.certain AND n.stream = c.stream AND n.claimant = c.claimant
                      AND (n.begin_earliest, n.known_from, n.ordinal) >= (c.latest, c.known_from, c.ordinal))
               AND NOT EXISTS (
                   SELECT FROM placed h
                    WHERE h.rank > c.rank AND h.certain AND h.stream = c.stream AND h.claimant = c.claimant
                      AND NOT EXISTS (
                          SELECT FROM placed n CROSS JOIN LATERAL (
                              SELECT CASE
                                  WHEN (n.latest, n.known_from, n.ordinal) < (c.latest, c.known_from, c.ordinal)
                                  THEN n.latest
                                  WHEN (n.known_from, n.ordinal) < (c.known_from, c.ordinal) THEN c.latest
                                  ELSE c.latest - 1 END AS day) AS ends
                           WHERE n.rank = 1 AND n.stream = c.stream AND n.claimant = c.claimant
                             AND ends.day >= n.begin_earliest
                             AND (ends.day, n.known_from, n.ordinal) < (c.latest, c.known_from, c.ordinal)
                             AND (ends.day, n.known_from, n.ordinal)
                                 > (h.begin_earliest, h.known_from, h.ordinal)))
               END AS contends
          FROM placed c
         WHERE c.rank > 0
    ), judged AS (
        SELECT * FROM by_latest
        UNION ALL
        SELECT r.stream, r.lane, r.facet, r.key, r.from_actor, r.to_actor, r.claimant, r.value, r.level, r.rank,
               r.shape, r.begin_earliest, r.begin_latest, r.end_earliest, r.end_latest, r.begin_edtf, r.end_edtf,
               r.modality, r.grade, r.event_id, r.revision, r.ordinal, r.known_from, r.known_to,
               r.certain, r.latest,
               r.stands AND row_number() OVER (
                   PARTITION BY r.stream, r.claimant
                   ORDER BY r.stands DESC, r.rank DESC, r.begin_latest DESC, r.known_from DESC, r.ordinal DESC) = 1,
               r.contends
          FROM ranked r
    ), chosen AS (
        -- The winner of each lane, and beside it the best placed contender of every other value.
        SELECT DISTINCT ON (j.stream, j.facet, j.key, j.from_actor, j.to_actor, j.claimant, NOT j.wins, j.value) j.*,
               first_value(j.value) OVER (lane ORDER BY j.wins DESC) AS won,
               bool_or(j.wins) OVER lane AS decided
          FROM judged j
         WHERE j.wins OR j.contends
        WINDOW lane AS (PARTITION BY j.stream, j.facet, j.key, j.from_actor, j.to_actor, j.claimant)
         ORDER BY j.stream, j.facet, j.key, j.from_actor, j.to_actor, j.claimant, NOT j.wins, j.value,
                  j.latest DESC, j.known_from DESC, j.ordinal DESC
    ), titled AS (
        SELECT c.*, coalesce(t.title, '(erased)') AS title FROM chosen c JOIN annals.entry t USING (event_id, revision)
         WHERE c.wins OR NOT c.decided OR c.value <> c.won
    ), lanes AS (
        SELECT t.stream, t.facet, t.key, t.from_actor, t.to_actor, t.claimant,
               jsonb_agg(jsonb_build_object(
                   'value', t.value, 'level', t.level, 'modality', t.modality,
                   'since', jsonb_build_object(
                       'edtf', t.begin_edtf, 'earliest', t.begin_earliest, 'latest', t.begin_latest),
                   'grade', t.grade, 'position', t.known_from, 'event', t.event_id, 'title', t.title)
                   ORDER BY t.latest DESC, t.known_from DESC, t.ordinal DESC)
                   FILTER (WHERE NOT t.wins) AS others
          FROM titled t GROUP BY 1, 2, 3, 4, 5, 6
    )
    SELECT l.stream, l.facet, l.key, l.from_actor, l.to_actor, l.claimant, w.value, w.level,
           CASE WHEN w.value IS NULL OR l.others IS NOT NULL THEN 'possible'
                WHEN w.begin_latest = '-infinity' THEN 'standing' ELSE 'certain' END,
           w.modality, w.begin_edtf, w.begin_earliest, w.begin_latest,
           w.end_edtf, CASE WHEN w.end_edtf IS NOT NULL THEN w.end_earliest - 1 END,
           CASE WHEN w.end_edtf IS NOT NULL THEN w.end_latest - 1 END,
           w.grade, w.known_from, w.event_id, w.title, coalesce(l.others, '[]')
      FROM lanes l LEFT JOIN titled w
        ON w.wins AND (w.stream, w.facet, w.key, w.from_actor, w.to_actor, w.claimant)
                    = (l.stream, l.facet, l.key, l.from_actor, l.to_actor, l.claimant)
     ORDER BY l.stream, l.facet, l.key, l.from_actor, l.to_actor, l.claimant;
END;
$$;
