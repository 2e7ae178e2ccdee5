-- Relationships period by period, one flat table for statistics: what happened in each, and how things stood at its
-- end, as we knew it at a position. Behind annals.dyad_years() and the exports by year and by month.
--
-- unit: 'year' or 'month'. of_relationships: only these. first_day, last_day: only periods with a day between, both included.
-- Null for all. The row of a period has its first day; of the current one it says how things stand today.
-- uncertain: how many facets are null because they are not certain, rather than unknown.
--
-- Each period is one annals.network_at(), so that the cost grows with periods times effects, and no faster.
CREATE OR REPLACE FUNCTION annals.dyad_periods(unit text, of_relationships text[] DEFAULT NULL,
                                               first_day date DEFAULT NULL, last_day date DEFAULT NULL,
                                               known bigint DEFAULT 9223372036854775807)
    RETURNS TABLE (relationship text, actor1 text, actor2 text, ccode1 integer, ccode2 integer, period date,
                   events integer, score double precision, verbal_cooperation integer,
                   material_cooperation integer, verbal_conflict integer, material_conflict integer,
                   orientation text, orientation_level smallint, stance_12 text, stance_12_level smallint,
                   stance_21 text, stance_21_level smallint, dialogue text, dialogue_level smallint,
                   representation_12 text, representation_12_level smallint,
                   representation_21 text, representation_21_level smallint,
                   recognition_12 text, recognition_12_level smallint,
                   recognition_21 text, recognition_21_level smallint, agreement text, agreement_level smallint,
                   hostility text, hostility_level smallint, sanctions_12 text, sanctions_12_level smallint,
                   sanctions_21 text, sanctions_21_level smallint, aid_12 text, aid_12_level smallint,
                   aid_21 text, aid_21_level smallint, support_12 text, support_12_level smallint,
                   support_21 text, support_21_level smallint, affiliation_12 text, affiliation_12_level smallint,
                   affiliation_21 text, affiliation_21_level smallint, uncertain integer)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS
$$
#variable_conflict use_column
DECLARE
    today   date   := (now() AT TIME ZONE 'UTC')::date;
    step    interval := ('1 ' || unit)::interval;
    last    date := date_trunc(unit, least(today, last_day)::timestamp)::date;
BEGIN
    RETURN QUERY
    WITH said AS (
        -- What the last entry known of each event says, as annals.event has it of now.
        SELECT e.begin_earliest, e.begin_latest, e.end_earliest - 1 AS until_earliest, e.end_latest - 1 AS until_latest,
               e.actors, e.recipients, e.modality, t.quad_class, t.score,
               CASE WHEN e.revision = 1 THEN e.streams
                    ELSE ARRAY(SELECT annals.touched_streams(e)) END AS streams
          FROM annals.log l
          JOIN annals.entry e USING (event_id, revision)
          LEFT JOIN annals.event_types() t ON t.type = e.type AND t.mode IS NOT DISTINCT FROM e.mode
         WHERE l.position <= known AND e.occurred IS NOT NULL
           AND NOT EXISTS (SELECT FROM annals.log later
                            WHERE later.event_id = l.event_id AND later.revision = l.revision + 1
                              AND later.position <= known)
           AND (of_relationships IS NULL
                OR e.event_id IN (SELECT s.event_id FROM annals.stream_entry s WHERE s.stream = ANY (of_relationships)))
    ), happened AS (
        SELECT s.stream, v.begin_earliest AS since_earliest, v.begin_latest AS since_latest, v.until_earliest,
               v.until_latest, v.quad_class, v.score,
               -- A claim about others happened between its actors, not between those others.
               v.modality IN ('asserted', 'reported', 'alleged', 'denied')
               AND CASE WHEN coalesce(cardinality(v.recipients), 0) = 0
                        THEN s.actors <@ v.actors
                        ELSE s.actors[1] = ANY (v.actors) AND s.actors[2] = ANY (v.recipients)
                             OR s.actors[2] = ANY (v.actors) AND s.actors[1] = ANY (v.recipients) END AS counts
          FROM said v,
               LATERAL (SELECT x, string_to_array(x, '/') FROM unnest(v.streams) AS x) AS s (stream, actors)
         WHERE cardinality(s.actors) = 2 AND (of_relationships IS NULL OR s.stream = ANY (of_relationships))
    ), counted AS (
        SELECT h.stream, date_trunc(unit, h.since_earliest::timestamp)::date AS period,
               count(*) AS events, sum(h.score) AS score,
               count(*) FILTER (WHERE h.quad_class = 1) AS verbal_cooperation,
               count(*) FILTER (WHERE h.quad_class = 2) AS material_cooperation,
               count(*) FILTER (WHERE h.quad_class = 3) AS verbal_conflict,
               count(*) FILTER (WHERE h.quad_class = 4) AS material_conflict
          FROM happened h
         WHERE h.counts AND h.quad_class IS NOT NULL AND isfinite(h.since_earliest) AND isfinite(h.since_latest)
           AND date_trunc(unit, h.since_earliest::timestamp) = date_trunc(unit, h.since_latest::timestamp)
         GROUP BY 1, 2
    ), named AS (
        -- The first day that a date names: of its begin, else of its end.
        SELECT d.stream, min(coalesce(nullif(d.begin_earliest, '-infinity'), nullif(d.begin_latest, '-infinity'),
                                      nullif(d.until_earliest, '-infinity'), nullif(d.until_latest, '-infinity')))
                         AS first
          FROM (SELECT h.stream, h.since_earliest, h.since_latest, h.until_earliest, h.until_latest FROM happened h
                UNION ALL
                SELECT e.stream, e.begin_earliest, e.begin_latest, e.end_earliest - 1, e.end_latest - 1
                  FROM annals.effect e
                 WHERE e.known_from <= known AND e.known_to > least(known, 9223372036854775806)
                   AND (of_relationships IS NULL OR e.stream = ANY (of_relationships))
               ) AS d (stream, begin_earliest, begin_latest, until_earliest, until_latest)
         WHERE d.stream LIKE '%/%'
         GROUP BY 1
    ), spans AS (
        SELECT n.stream, date_trunc(unit, greatest(n.first, first_day)::timestamp)::date AS first
          FROM named n
         WHERE isfinite(n.first)
    ), stood AS (
        SELECT n.relationship, y.period::date AS period,
               n.facet || CASE WHEN n.from_actor = '' THEN ''
                               WHEN n.from_actor = split_part(n.relationship, '/', 1) THEN '_12'
                               ELSE '_21' END AS slot,
               CASE WHEN bool_and(n.certainty <> 'possible') THEN
                   (array_agg(n.value ORDER BY n.level, n.since_latest DESC, n.position DESC))[1] END AS value,
               CASE WHEN bool_and(n.certainty <> 'possible') THEN min(n.level) END AS level
          FROM generate_series((SELECT min(s.first) FROM spans s)::timestamp, last::timestamp, step) AS y (period),
               LATERAL annals.network_at(least((y.period + step)::date - 1, today), known, of_relationships) AS n
         WHERE n.claimant = '' AND n.relationship LIKE '%/%'
         GROUP BY 1, 2, 3
    ), sides AS (
        SELECT t.relationship, t.period,
               max(t.value) FILTER (WHERE t.slot = 'orientation') AS orientation,
               max(t.level) FILTER (WHERE t.slot = 'orientation') AS orientation_level,
               max(t.value) FILTER (WHERE t.slot = 'stance_12') AS stance_12,
               max(t.level) FILTER (WHERE t.slot = 'stance_12') AS stance_12_level,
               max(t.value) FILTER (WHERE t.slot = 'stance_21') AS stance_21,
               max(t.level) FILTER (WHERE t.slot = 'stance_21') AS stance_21_level,
               max(t.value) FILTER (WHERE t.slot = 'dialogue') AS dialogue,
               max(t.level) FILTER (WHERE t.slot = 'dialogue') AS dialogue_level,
               max(t.value) FILTER (WHERE t.slot = 'representation_12') AS representation_12,
               max(t.level) FILTER (WHERE t.slot = 'representation_12') AS representation_12_level,
               max(t.value) FILTER (WHERE t.slot = 'representation_21') AS representation_21,
               max(t.level) FILTER (WHERE t.slot = 'representation_21') AS representation_21_level,
               max(t.value) FILTER (WHERE t.slot = 'recognition_12') AS recognition_12,
               max(t.level) FILTER (WHERE t.slot = 'recognition_12') AS recognition_12_level,
               max(t.value) FILTER (WHERE t.slot = 'recognition_21') AS recognition_21,
               max(t.level) FILTER (WHERE t.slot = 'recognition_21') AS recognition_21_level,
               max(t.value) FILTER (WHERE t.slot = 'agreement') AS agreement,
               max(t.level) FILTER (WHERE t.slot = 'agreement') AS agreement_level,
               max(t.value) FILTER (WHERE t.slot = 'hostility') AS hostility,
               max(t.level) FILTER (WHERE t.slot = 'hostility') AS hostility_level,
               max(t.value) FILTER (WHERE t.slot = 'sanctions_12') AS sanctions_12,
               max(t.level) FILTER (WHERE t.slot = 'sanctions_12') AS sanctions_12_level,
               max(t.value) FILTER (WHERE t.slot = 'sanctions_21') AS sanctions_21,
               max(t.level) FILTER (WHERE t.slot = 'sanctions_21') AS sanctions_21_level,
               max(t.value) FILTER (WHERE t.slot = 'aid_12') AS aid_12,
               max(t.level) FILTER (WHERE t.slot = 'aid_12') AS aid_12_level,
               max(t.value) FILTER (WHERE t.slot = 'aid_21') AS aid_21,
               max(t.level) FILTER (WHERE t.slot = 'aid_21') AS aid_21_level,
               max(t.value) FILTER (WHERE t.slot = 'support_12') AS support_12,
               max(t.level) FILTER (WHERE t.slot = 'support_12') AS support_12_level,
               max(t.value) FILTER (WHERE t.slot = 'support_21') AS support_21,
               max(t.level) FILTER (WHERE t.slot = 'support_21') AS support_21_level,
               max(t.value) FILTER (WHERE t.slot = 'affiliation_12') AS affiliation_12,
               max(t.level) FILTER (WHERE t.slot = 'affiliation_12') AS affiliation_12_level,
               max(t.value) FILTER (WHERE t.slot = 'affiliation_21') AS affiliation_21,
               max(t.level) FILTER (WHERE t.slot = 'affiliation_21') AS affiliation_21_level,
               count(*) FILTER (WHERE t.value IS NULL) AS uncertain
          FROM stood t
         GROUP BY 1, 2
    ), codes AS (
        SELECT DISTINCT ON (a.slug) a.slug, substr(a.written, 5)::integer AS ccode
          FROM annals.actor_name a
         WHERE a.scheme = 'code' AND a.written ~ '^cow:[0-9]{1,9}$' AND a.known_from <= known
           AND a.known_to > least(known, 9223372036854775806)
         ORDER BY a.slug, a.known_from DESC, a.written COLLATE "C"
    )
    SELECT p.stream, p.actor1, p.actor2, c1.ccode, c2.ccode, p.period,
           coalesce(k.events, 0)::integer, coalesce(round(k.score::numeric, 1), 0)::double precision,
           coalesce(k.verbal_cooperation, 0)::integer, coalesce(k.material_cooperation, 0)::integer,
           coalesce(k.verbal_conflict, 0)::integer, coalesce(k.material_conflict, 0)::integer,
           t.orientation, t.orientation_level, t.stance_12, t.stance_12_level, t.stance_21, t.stance_21_level,
           t.dialogue, t.dialogue_level, t.representation_12, t.representation_12_level,
           t.representation_21, t.representation_21_level, t.recognition_12, t.recognition_12_level,
           t.recognition_21, t.recognition_21_level, t.agreement, t.agreement_level, t.hostility, t.hostility_level,
           t.sanctions_12, t.sanctions_12_level, t.sanctions_21, t.sanctions_21_level, t.aid_12, t.aid_12_level,
           t.aid_21, t.aid_21_level, t.support_12, t.support_12_level, t.support_21, t.support_21_level,
           t.affiliation_12, t.affiliation_12_level, t.affiliation_21, t.affiliation_21_level,
           coalesce(t.uncertain, 0)::integer
      FROM (SELECT s.stream, split_part(s.stream, '/', 1), split_part(s.stream, '/', 2),
                   y.period::date
              FROM spans s, generate_series(s.first::timestamp, last::timestamp, step) AS y (period)
           ) AS p (stream, actor1, actor2, period)
      LEFT JOIN counted k ON k.stream = p.stream AND k.period = p.period
      LEFT JOIN sides t ON t.relationship = p.stream AND t.period = p.period
      LEFT JOIN codes c1 ON c1.slug = p.actor1
      LEFT JOIN codes c2 ON c2.slug = p.actor2
     ORDER BY p.stream COLLATE "C", p.period;
END;
$$;
