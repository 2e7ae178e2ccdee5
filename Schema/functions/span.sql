-- From which day to which a stream says anything, as known at a position: the first and last finite day on which an
-- event of it may begin, or an effect begin or end, be it claimed or that it lapses. Nulls for no such day.
--
-- A few probes for each lane, whatever the length of its history.
CREATE OR REPLACE FUNCTION annals.span(of_stream text, known bigint, OUT first date, OUT last date)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
    -- By index whatever the statistics say, as in annals.apply().
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS
$$
DECLARE
    head  bigint := (SELECT position FROM annals.log_head ORDER BY position DESC LIMIT 1);
    -- What has been superseded matters only to questions about what was known before.
    sides boolean[] := CASE WHEN known < head THEN '{true,false}' ELSE '{true}' END;
    -- And of what was written since, nothing need be looked at beyond the months anything was known of.
    low   date := '-infinity';
    high  date := '10000-01-01';
BEGIN
    known := least(known, head);
    IF known < head THEN
        SELECT min(m.month) - 1, (max(m.month) + interval '1 month')::date INTO low, high
          FROM annals.known_month m
         WHERE m.stream = of_stream AND m.known_from <= known AND m.month > '-infinity';
    END IF;

    -- Least and greatest are asked for one by one: of an index, that is one probe each.
    SELECT min(found.first), max(found.last) INTO first, last
      FROM unnest(sides) AS stands CROSS JOIN LATERAL (
          SELECT (SELECT min(o.begin_earliest) FROM annals.occurrence o
                   WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands
                     AND o.known_from <= known AND o.known_to > known
                     AND o.begin_earliest > low AND o.begin_earliest <= high),
                 (SELECT max(o.begin_earliest) FROM annals.occurrence o
                   WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands
                     AND o.known_from <= known AND o.known_to > known
                     AND o.begin_earliest > low AND o.begin_earliest <= high)
          UNION ALL
          SELECT (SELECT min(o.begin_latest) FROM annals.occurrence o
                   WHERE o.stream = of_stream AND o.width > 0 AND (o.known_to = 9223372036854775807) = stands
                     AND o.known_from <= known AND o.known_to > known
                     AND o.begin_latest > '-infinity' AND o.begin_latest <= '10000-01-01'),
                 (SELECT max(o.begin_latest) FROM annals.occurrence o
                   WHERE o.stream = of_stream AND o.width > 0 AND (o.known_to = 9223372036854775807) = stands
                     AND o.known_from <= known AND o.known_to > known
                     AND o.begin_latest > '-infinity' AND o.begin_latest <= '10000-01-01')
          UNION ALL
          SELECT (SELECT min(e.begin_latest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.lane = l.lane AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.begin_latest > l.low AND e.begin_latest <= l.high),
                 (SELECT max(e.begin_latest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.lane = l.lane AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.begin_latest > l.low AND e.begin_latest <= l.high) + l.lapsing
            FROM (SELECT k.lane, CASE WHEN k.shape = 1 THEN k.longest ELSE 0 END AS lapsing,
                         CASE WHEN k.shape < 2 THEN low ELSE '-infinity' END AS low,
                         CASE WHEN k.shape < 2 THEN high ELSE '10000-01-01' END AS high
                    FROM annals.lane k WHERE k.stream = of_stream) AS l
          UNION ALL
          SELECT (SELECT min(e.begin_earliest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.begin_earliest > '-infinity' AND e.begin_earliest <= '10000-01-01'),
                 (SELECT max(e.begin_earliest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.begin_earliest > '-infinity' AND e.begin_earliest <= '10000-01-01')
          UNION ALL
          SELECT (SELECT min(e.end_earliest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.end_earliest > '-infinity' AND e.end_earliest <= '10000-01-01'),
                 (SELECT max(e.end_earliest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.end_earliest > '-infinity' AND e.end_earliest <= '10000-01-01')
          UNION ALL
          SELECT (SELECT min(e.end_latest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.end_latest > '-infinity' AND e.end_latest <= '10000-01-01'),
                 (SELECT max(e.end_latest) FROM annals.effect e
                   WHERE e.stream = of_stream AND e.shape = 2 AND (e.known_to = 9223372036854775807) = stands
                     AND e.known_from <= known AND e.known_to > known
                     AND e.end_latest > '-infinity' AND e.end_latest <= '10000-01-01')
      ) AS found (first, last);
    -- The calendar ends there, whenever a thing lapses.
    IF last > '10000-01-01' THEN
        last := '10000-01-01';
    END IF;
END;
$$;
