-- The days between two on which the state of a stream can change, as known at a position: the first of the two, and
-- the finite bounds of what effects say. Where some effect is not of one day, the answer can also change one or two
-- days after a begin, when another effect can have begun after it.
--
-- most: how many days the asker can use. When there are more, more than that many rows come back, and not
--       necessarily the first ones: nothing beyond that is looked for.
--
-- Every lane is stepped through, 32 effects at a time and on to the next day, so that the work is bounded by `most`
-- and the number of lanes, and not by how much happened on a day or in all.
CREATE OR REPLACE FUNCTION annals.turning_days(of_stream text, first date, last date, known bigint, most integer)
    RETURNS SETOF date
    LANGUAGE plpgsql STABLE ROWS 100 SET search_path = pg_catalog, pg_temp
    -- By index and in its order whatever the statistics say, as in annals.apply().
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_sort = off SET jit = off AS
$$
DECLARE
    head  bigint := (SELECT position FROM annals.log_head ORDER BY position DESC LIMIT 1);
    -- What has been superseded matters only to questions about what was known before.
    sides boolean[] := CASE WHEN known < head THEN '{true,false}' ELSE '{true}' END;
    -- And of what was written since, nothing need be looked at beyond the months anything was known of.
    low   date := '-infinity';
    high  date := '10000-01-01';
    -- For how many days after a begin the answer can change.
    after integer;
BEGIN
    known := least(known, head);
    IF known < head THEN
        SELECT min(m.month), (max(m.month) + interval '1 month')::date INTO low, high
          FROM annals.known_month m
         WHERE m.stream = of_stream AND m.known_from <= known AND m.month > '-infinity';
    END IF;
    after := CASE WHEN EXISTS (
        SELECT FROM unnest(sides) AS stands CROSS JOIN LATERAL (
            SELECT FROM annals.effect e
             WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
               AND e.known_from <= known AND e.known_to > known
             ORDER BY e.begin_earliest LIMIT 1) AS found) THEN 2 ELSE 0 END;

    RETURN QUERY
    WITH RECURSIVE source AS (
        SELECT 'begin_latest' AS bound, l.lane, stands, after, 0 AS later,
               CASE WHEN l.shape < 2 THEN greatest(first - after, low) ELSE first - after END AS since,
               CASE WHEN l.shape < 2 THEN least(last, high) ELSE least(last, '10000-01-01') END AS until
          FROM annals.lane l CROSS JOIN unnest(sides) AS stands
         WHERE l.stream = of_stream
        UNION ALL
        -- What lapses in a lane lapses after as many days.
        SELECT 'begin_latest', l.lane, stands, 0, l.longest, greatest(first - l.longest, low),
               least(last - l.longest, high)
          FROM annals.lane l CROSS JOIN unnest(sides) AS stands
         WHERE l.stream = of_stream AND l.shape = 1
        UNION ALL
        SELECT bound, NULL, stands, CASE WHEN bound = 'begin_earliest' THEN after ELSE 0 END, 0,
               CASE WHEN bound = 'begin_earliest' THEN first - after ELSE first END, least(last, '10000-01-01')
          FROM unnest(ARRAY['begin_earliest', 'end_earliest', 'end_latest']) AS bound CROSS JOIN unnest(sides) AS stands
         WHERE after > 0
    ), turn AS (
        SELECT s.*, s.since - 1 AS reached, '{}'::date[] AS days, 0 AS found FROM source s
        UNION ALL
        SELECT t.bound, t.lane, t.stands, t.after, t.later, t.since, t.until, next.days[cardinality(next.days)],
               next.days, t.found + (SELECT count(DISTINCT day)::integer FROM unnest(next.days) AS day)
          FROM turn t CROSS JOIN LATERAL (
              SELECT CASE t.bound
                  WHEN 'begin_latest' THEN ARRAY(
                      SELECT e.begin_latest FROM annals.effect e
                       WHERE e.stream = of_stream AND e.lane = t.lane
                         AND (e.known_to = 9223372036854775807) = t.stands
                         AND e.known_from <= known AND e.known_to > known
                         AND e.begin_latest > t.reached AND e.begin_latest <= t.until
                       ORDER BY e.begin_latest LIMIT 32)
                  WHEN 'begin_earliest' THEN ARRAY(
                      SELECT e.begin_earliest FROM annals.effect e
                       WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = t.stands
                         AND e.known_from <= known AND e.known_to > known
                         AND e.begin_earliest > t.reached AND e.begin_earliest <= t.until
                       ORDER BY e.begin_earliest LIMIT 32)
                  WHEN 'end_earliest' THEN ARRAY(
                      SELECT e.end_earliest FROM annals.effect e
                       WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = t.stands
                         AND e.known_from <= known AND e.known_to > known
                         AND e.end_earliest > t.reached AND e.end_earliest <= t.until
                       ORDER BY e.end_earliest LIMIT 32)
                  ELSE ARRAY(
                      SELECT e.end_latest FROM annals.effect e
                       WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = t.stands
                         AND e.known_from <= known AND e.known_to > known
                         AND e.end_latest > t.reached AND e.end_latest <= t.until
                       ORDER BY e.end_latest LIMIT 32)
                  END
              OFFSET 0
          ) AS next (days)
         WHERE t.found <= most AND t.reached IS NOT NULL
    )
    SELECT first
    UNION
    SELECT least(day + t.later + n, '10000-01-01')
      FROM turn t CROSS JOIN unnest(t.days) AS day CROSS JOIN generate_series(0, t.after) AS n
     WHERE least(day + t.later + n, '10000-01-01') BETWEEN first AND last
     LIMIT most::bigint + 1;
END;
$$;
