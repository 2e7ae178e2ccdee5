-- The first events of a stream after a place that may have begun between two days, as known at a position, in the
-- order of the world: found by index however long the history is.
--
-- after_…: the place, which is that of the last event of the page before; (-infinity, -infinity, 0) for none.
-- most:    how many at most.
CREATE OR REPLACE FUNCTION annals.begun(of_stream text, known bigint, first date, last date,
                                        after_earliest date, after_latest date, after_position bigint, most bigint)
    RETURNS TABLE (begin_earliest date, begin_latest date, "position" bigint)
    LANGUAGE plpgsql STABLE ROWS 40 SET search_path = pg_catalog, pg_temp
    -- By index and in its order whatever the statistics say, as in annals.apply().
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_sort = off SET jit = off AS
$$
#variable_conflict use_column
DECLARE
    head  bigint := (SELECT position FROM annals.log_head ORDER BY position DESC LIMIT 1);
    -- What has been superseded matters only to questions about what was known before.
    sides boolean[] := CASE WHEN known < head THEN '{true,false}' ELSE '{true}' END;
    low   date;
    high  date;
    found bigint;
BEGIN
    known := least(known, head);

    -- Before all others those that may have begun before the first day, and as well on it or later. One comparison
    -- says where to begin, the later of two places: of two the index would take any.
    RETURN QUERY
    SELECT o.*
      FROM (SELECT n AS width, CASE WHEN n < 16 THEN first - (1 << n) ELSE '-infinity' END AS since
              FROM generate_series(1, 16) AS n) AS class
     CROSS JOIN unnest(sides) AS stands CROSS JOIN LATERAL (
          SELECT o.begin_earliest, o.begin_latest, o.known_from FROM annals.occurrence o
           WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands AND o.width = class.width
             AND o.width > 0 AND o.known_from <= known AND o.known_to > known
             AND o.begin_earliest < first AND o.begin_latest >= first
             AND (o.begin_earliest, o.begin_latest, o.known_from)
                 > (greatest(class.since, after_earliest),
                    CASE WHEN after_earliest >= class.since THEN after_latest ELSE '-infinity' END,
                    CASE WHEN after_earliest >= class.since THEN after_position ELSE 0 END)
           ORDER BY o.begin_earliest, o.begin_latest, o.known_from LIMIT most
      ) AS o
     ORDER BY o.begin_earliest, o.begin_latest, o.known_from LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;

    IF after_earliest < first THEN
        after_earliest := first;
        after_latest := '-infinity';
        after_position := 0;
    END IF;
    -- What was known long ago is looked for in the months that anything was known of.
    FOR low, high IN
        SELECT after_earliest, last WHERE known >= head
        UNION ALL
        SELECT m.month, least((m.month + interval '1 month')::date - 1, last)
          FROM annals.known_month m
         WHERE known < head AND m.stream = of_stream AND m.known_from <= known
           AND m.month BETWEEN date_trunc('month', after_earliest::timestamp)::date AND last
         ORDER BY 1
    LOOP
        EXIT WHEN most <= 0;
        IF after_earliest < low THEN
            after_earliest := low;
            after_latest := '-infinity';
            after_position := 0;
        END IF;
        RETURN QUERY
        SELECT o.*
          FROM unnest(sides) AS stands CROSS JOIN LATERAL (
              SELECT o.begin_earliest, o.begin_latest, o.known_from FROM annals.occurrence o
               WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands
                 AND o.known_from <= known AND o.known_to > known AND o.begin_earliest <= high
                 AND (o.begin_earliest, o.begin_latest, o.known_from) > (after_earliest, after_latest, after_position)
               ORDER BY o.begin_earliest, o.begin_latest, o.known_from LIMIT most
          ) AS o
         ORDER BY o.begin_earliest, o.begin_latest, o.known_from LIMIT most;
        GET DIAGNOSTICS found = ROW_COUNT;
        most := most - found;
    END LOOP;
END;
$$;
