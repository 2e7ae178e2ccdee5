-- The few effects that can decide how a relationship stood on a day, as known at a position, found by index
-- however long its history is.
--
-- Of those dated to the day (shape 0 and 1), only the last one in force of each rank can matter. Of the others,
-- only those that can have begun after what is certainly in force.
CREATE OR REPLACE FUNCTION annals.relevant_effects(of_stream text, at date, known bigint)
    RETURNS SETOF annals.effect_row
    LANGUAGE plpgsql STABLE ROWS 10 SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_memoize = off AS
$$
DECLARE
    head  bigint := (SELECT position FROM annals.log_head ORDER BY position DESC LIMIT 1);
    -- What has been superseded matters only to questions about what was known before.
    sides boolean[] := CASE WHEN known < head THEN '{true,false}' ELSE '{true}' END;
BEGIN
    known := least(known, head);

    RETURN QUERY
    SELECT e.*
      FROM annals.lane l CROSS JOIN unnest(sides) AS stands CROSS JOIN LATERAL (
          SELECT * FROM annals.effect e
           WHERE e.stream = of_stream AND e.lane = l.lane AND (e.known_to = 9223372036854775807) = stands
             AND e.known_from <= known AND e.known_to > known
             AND e.begin_latest <= at
             AND e.begin_latest > CASE WHEN l.longest < 1000000 THEN at - l.longest ELSE '-infinity' END
           ORDER BY e.begin_latest DESC, e.begin_earliest DESC, e.known_from DESC, e.ordinal DESC
           LIMIT 1
      ) AS e
     WHERE l.stream = of_stream AND l.shape < 2;

    IF NOT EXISTS (SELECT FROM annals.lane l WHERE l.stream = of_stream AND l.shape = 2) THEN
        RETURN;
    END IF;

    RETURN QUERY
    SELECT e.*
      FROM annals.lane l CROSS JOIN LATERAL (
          SELECT greatest(
                     CASE WHEN l.longest < 1000000 THEN at - l.longest ELSE '-infinity' END,
                     max(found.begin_earliest)) AS first
            FROM annals.lane k CROSS JOIN unnest(sides) AS stands CROSS JOIN LATERAL (
                SELECT e.begin_earliest FROM annals.effect e
                 WHERE e.stream = of_stream AND e.lane = k.lane AND (e.known_to = 9223372036854775807) = stands
                   AND e.known_from <= known AND e.known_to > known
                   AND e.begin_latest <= at AND e.end_earliest > at
                   AND e.begin_latest > CASE WHEN k.longest < 1000000 THEN at - k.longest ELSE '-infinity' END
                 ORDER BY e.begin_latest DESC, e.begin_earliest DESC, e.known_from DESC, e.ordinal DESC
                 LIMIT 1
           ) AS found
           WHERE k.stream = of_stream AND k.facet = l.facet AND k.key = l.key AND k.from_actor = l.from_actor
             AND k.to_actor = l.to_actor AND k.claimant = l.claimant AND k.rank = l.rank
      ) AS reach CROSS JOIN unnest(sides) AS stands CROSS JOIN LATERAL (
          SELECT * FROM annals.effect e
           WHERE e.stream = of_stream AND e.lane = l.lane AND (e.known_to = 9223372036854775807) = stands
             AND e.known_from <= known AND e.known_to > known
             AND e.begin_latest >= reach.first
             AND e.begin_latest <= CASE WHEN l.widest < 1000000 THEN at + l.widest ELSE 'infinity' END
             AND e.begin_earliest <= at AND e.end_latest > at
          -- Keeps the planner from reading the lane before it knows how far back to look.
          OFFSET 0
      ) AS e
     WHERE l.stream = of_stream AND l.shape = 2;
END;
$$;
