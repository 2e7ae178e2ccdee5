-- How a relationship stood at the end of a day, as we knew it at a position: one row a lane that has or may have
-- a value. It looks at the few effects that can matter, found by index, however long the history is.
--
-- Where every date is a day, it folds them in the order of the world: the latest wins, or for hostility the
-- highest since the last `none`. Lanes with imprecise dates go to annals.decide().
CREATE OR REPLACE FUNCTION annals.state_at(of_stream text, at date, known bigint DEFAULT 9223372036854775807)
    RETURNS TABLE (facet text, key text, from_actor text, to_actor text, claimant text,
                   value text, level smallint, certainty text, modality text,
                   since_edtf text, since_earliest date, since_latest date,
                   until_edtf text, until_earliest date, until_latest date,
                   grade text, "position" bigint, event_id uuid, title text, alternatives jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
    found    annals.effect_row[];
    doubtful annals.effect_row[];
BEGIN
    SELECT array_agg(e) INTO found FROM annals.relevant_effects(of_stream, at, known) AS e;

    SELECT array_agg(e) INTO doubtful
      FROM unnest(found) AS e
     WHERE (e.facet, e.key, e.from_actor, e.to_actor, e.claimant) IN (
               SELECT d.facet, d.key, d.from_actor, d.to_actor, d.claimant
                 FROM unnest(found) AS d WHERE d.shape = 2);

    RETURN QUERY
    SELECT w.facet, w.key, w.from_actor, w.to_actor, w.claimant, w.value, w.level, 'certain', w.modality,
           w.begin_edtf, w.begin_earliest, w.begin_latest,
           w.end_edtf, CASE WHEN w.end_edtf IS NOT NULL THEN w.end_earliest - 1 END,
           CASE WHEN w.end_edtf IS NOT NULL THEN w.end_latest - 1 END,
           w.grade, w.known_from, w.event_id, coalesce(t.title, '(erased)'), '[]'::jsonb
      FROM (
          SELECT DISTINCT ON (e.facet, e.key, e.from_actor, e.to_actor, e.claimant) e.*
            FROM unnest(found) AS e
           WHERE NOT e = ANY (coalesce(doubtful, '{}'))
             AND (e.rank < 2 OR NOT EXISTS (
                     SELECT FROM unnest(found) AS n
                      WHERE n.rank = 1 AND n.facet = e.facet AND n.claimant = e.claimant
                        AND (n.begin_latest, n.known_from, n.ordinal) > (e.begin_latest, e.known_from, e.ordinal)))
           ORDER BY e.facet, e.key, e.from_actor, e.to_actor, e.claimant,
                    e.rank DESC, e.begin_latest DESC, e.known_from DESC, e.ordinal DESC
      ) AS w JOIN annals.entry t USING (event_id, revision);

    IF doubtful IS NOT NULL THEN
        RETURN QUERY
        SELECT d.facet, d.key, d.from_actor, d.to_actor, d.claimant, d.value, d.level, d.certainty, d.modality,
               d.since_edtf, d.since_earliest, d.since_latest, d.until_edtf, d.until_earliest, d.until_latest,
               d.grade, d.position, d.event_id, d.title, d.alternatives
          FROM annals.decide(doubtful, at) AS d;
    END IF;
END;
$$;
