-- How every relationship, and every actor by itself, stood at the end of a day, as we knew it at a position: the
-- rows of annals.state_at() for all of them, without the title, which annals.event has.
--
-- of_streams, of_facet: only these; null for all. The rows come in no order.
--
-- One pass over the effects, sorted by lane and by when they can have begun at the latest. The last of a lane decides
-- if it is certainly in force, nothing else can have begun after it, and nothing ranks above it. That is so nearly
-- always; the other lanes go to annals.decide(), 32 at a time. A SELECT alone, which the
-- planner sees through: so it fixes no search_path, and names functions with their schema.
CREATE OR REPLACE FUNCTION annals.network_at(at date, known bigint DEFAULT 9223372036854775807,
                                             of_streams text[] DEFAULT NULL, of_facet text DEFAULT NULL)
    RETURNS TABLE (relationship text, facet text, key text, from_actor text, to_actor text, claimant text,
                   value text, level smallint, certainty text, modality text,
                   since_edtf text, since_earliest date, since_latest date,
                   until_edtf text, until_earliest date, until_latest date,
                   grade text, "position" bigint, event_id uuid, alternatives jsonb)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100000 AS
$$
    WITH placed AS (
        SELECT e.ctid AS place, e.shape, e.rank, e.begin_earliest, e.begin_latest, e.end_earliest,
               pg_catalog.lag(e.begin_latest) OVER lane AS before,
               pg_catalog.max(e.rank) OVER lane AS highest,
               pg_catalog.lead(e.rank) OVER lane IS NULL AS is_last
          FROM annals.effect e
         WHERE e.known_from <= known AND e.known_to > least(known, 9223372036854775806)
           AND e.begin_earliest <= at AND e.end_latest > at
           AND (of_streams IS NULL OR e.stream = ANY (of_streams))
           AND (of_facet IS NULL OR e.facet = of_facet)
        WINDOW lane AS (PARTITION BY e.stream, e.facet, e.key, e.from_actor, e.to_actor, e.claimant
                        ORDER BY least(e.begin_latest, at), e.known_from, e.ordinal ROWS UNBOUNDED PRECEDING)
    ), last AS MATERIALIZED (
        SELECT p.place, p.begin_latest <= at AND p.end_earliest > at
               AND (p.shape < 2 OR p.before IS NULL OR p.before < p.begin_earliest)
               AND (p.rank < 2 OR p.highest = p.rank) AS decides
          FROM placed p
         WHERE p.is_last
    )
    SELECT e.stream, e.facet, e.key, e.from_actor, e.to_actor, e.claimant, e.value, e.level,
           CASE WHEN e.begin_latest = '-infinity' THEN 'standing' ELSE 'certain' END, e.modality,
           e.begin_edtf, e.begin_earliest, e.begin_latest,
           e.end_edtf, CASE WHEN e.end_edtf IS NOT NULL THEN e.end_earliest - 1 END,
           CASE WHEN e.end_edtf IS NOT NULL THEN e.end_latest - 1 END,
           e.grade, e.known_from, e.event_id, '[]'::jsonb
      FROM last l, LATERAL (SELECT * FROM annals.effect e WHERE e.ctid = l.place OFFSET 0) AS e
     WHERE l.decides
    UNION ALL
    SELECT d.stream, d.facet, d.key, d.from_actor, d.to_actor, d.claimant, d.value, d.level, d.certainty, d.modality,
           d.since_edtf, d.since_earliest, d.since_latest, d.until_edtf, d.until_earliest, d.until_latest,
           d.grade, d.position, d.event_id, d.alternatives
      FROM (SELECT pg_catalog.array_agg(ROW(e.*)::annals.effect_row) AS effects
              FROM (SELECT l.place, pg_catalog.row_number() OVER () / 32 AS portion
                      FROM last l WHERE NOT l.decides) AS open,
                   LATERAL (SELECT * FROM annals.effect e WHERE e.ctid = open.place OFFSET 0) AS l,
                   LATERAL (SELECT * FROM annals.effect e
                             WHERE e.stream = l.stream AND e.facet = l.facet AND e.key = l.key
                               AND e.from_actor = l.from_actor AND e.to_actor = l.to_actor AND e.claimant = l.claimant
                               AND e.known_from <= known AND e.known_to > least(known, 9223372036854775806)
                               AND e.begin_earliest <= at AND e.end_latest > at OFFSET 0) AS e
             GROUP BY open.portion) AS portions,
           LATERAL annals.decide(portions.effects, at) AS d;
$$;
