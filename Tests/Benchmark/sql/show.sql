\set day random(0, 10900)
SELECT e.*, t.title FROM annals.relevant_effects(:stream, date '1995-01-01' + :day::int, 9223372036854775807) e
  JOIN annals.entry t USING (event_id, revision);
