-- The last events of a stream that may have begun between two days, as known at a position, the last of them first:
-- annals.begun() from the other end.
CREATE OR REPLACE FUNCTION annals.begun_last(of_stream text, known bigint, first date, last date, most bigint)
    RETURNS TABLE (begin_earliest date, begin_latest date, "position" bigint)
    LANGUAGE plpgsql STABLE ROWS 40 SET search_path = pg_catalog, pg_temp
    -- By index and in its order whatever the statistics say, as in annals.apply().
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off
    SET enable_sort = off SET jit = off AS
$$
#variable_conflict use_column
DECLARE
    head  bigint := (SELECT position FROM annals.log_head ORDER BY position DESC LIMIT 1);
    sides boolean[] := CASE WHEN known < head THEN '{true,false}' ELSE '{true}' END;
    low   date;
    high  date;
    found bigint;
BEGIN
    known := least(known, head);
    FOR low, high IN
        SELECT first, last WHERE known >= head
        UNION ALL
        SELECT greatest(m.month, first), least((m.month + interval '1 month')::date - 1, last)
          FROM annals.known_month m
         WHERE known < head AND m.stream = of_stream AND m.known_from <= known
           AND m.month BETWEEN date_trunc('month', first::timestamp)::date AND last
         ORDER BY 1 DESC
    LOOP
        EXIT WHEN most <= 0;
        RETURN QUERY
        SELECT o.*
          FROM unnest(sides) AS stands CROSS JOIN LATERAL (
              SELECT o.begin_earliest, o.begin_latest, o.known_from FROM annals.occurrence o
               WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands
                 AND o.known_from <= known AND o.known_to > known AND o.begin_earliest BETWEEN low AND high
               ORDER BY o.begin_earliest DESC, o.begin_latest DESC, o.known_from DESC LIMIT most
          ) AS o
         ORDER BY o.begin_earliest DESC, o.begin_latest DESC, o.known_from DESC LIMIT most;
        GET DIAGNOSTICS found = ROW_COUNT;
        most := most - found;
    END LOOP;

    RETURN QUERY
    SELECT o.*
      FROM generate_series(1, 16) AS class (width) CROSS JOIN unnest(sides) AS stands CROSS JOIN LATERAL (
          SELECT o.begin_earliest, o.begin_latest, o.known_from FROM annals.occurrence o
           WHERE o.stream = of_stream AND (o.known_to = 9223372036854775807) = stands AND o.width = class.width
             AND o.width > 0 AND o.known_from <= known AND o.known_to > known
             AND o.begin_earliest < first AND o.begin_latest >= first
             AND o.begin_earliest >= CASE WHEN class.width < 16 THEN first - (1 << class.width) ELSE '-infinity' END
           ORDER BY o.begin_earliest DESC, o.begin_latest DESC, o.known_from DESC LIMIT most
      ) AS o
     ORDER BY o.begin_earliest DESC, o.begin_latest DESC, o.known_from DESC LIMIT most;
END;
$$;
