-- Relationships year by year, for those who merge tables: annals.dyad_years() of all.
CREATE OR REPLACE VIEW annals.dyad_year AS
SELECT * FROM annals.dyad_years();

COMMENT ON VIEW annals.dyad_year IS
    'Relationships year by year, as known now: what happened in the year, and how things stood at its end.';
