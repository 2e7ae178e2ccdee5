-- Relationships year by year, one flat table for statistics: what happened in the year, and how things stood at its
-- end, as known now. Behind the view annals.dyad_year.
--
-- of_relationship: only this one. first_year, last_year: only years between, both included. Null for all.
CREATE OR REPLACE FUNCTION annals.dyad_years(of_relationship text DEFAULT NULL, first_year integer DEFAULT NULL,
                                             last_year integer DEFAULT NULL)
    RETURNS TABLE (relationship text, actor1 text, actor2 text, ccode1 integer, ccode2 integer, year integer,
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
                   affiliation_21 text, affiliation_21_level smallint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT p.relationship, p.actor1, p.actor2, p.ccode1, p.ccode2, extract(year FROM p.period)::integer,
           p.events, p.score, p.verbal_cooperation, p.material_cooperation, p.verbal_conflict,
           p.material_conflict, p.orientation, p.orientation_level, p.stance_12, p.stance_12_level,
           p.stance_21, p.stance_21_level, p.dialogue, p.dialogue_level, p.representation_12,
           p.representation_12_level, p.representation_21, p.representation_21_level, p.recognition_12,
           p.recognition_12_level, p.recognition_21, p.recognition_21_level, p.agreement, p.agreement_level,
           p.hostility, p.hostility_level, p.sanctions_12, p.sanctions_12_level, p.sanctions_21,
           p.sanctions_21_level, p.aid_12, p.aid_12_level, p.aid_21, p.aid_21_level, p.support_12,
           p.support_12_level, p.support_21, p.support_21_level, p.affiliation_12, p.affiliation_12_level,
           p.affiliation_21, p.affiliation_21_level
      FROM annals.dyad_periods('year', CASE WHEN of_relationship IS NOT NULL THEN ARRAY[of_relationship] END,
                               make_date(first_year, 1, 1), make_date(last_year, 12, 31)) AS p
     ORDER BY p.relationship COLLATE "C", p.period;
$$;
