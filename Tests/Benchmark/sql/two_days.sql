\set day random(0, 10800)
SELECT q.number, e.*, t.title
  FROM unnest(ARRAY[date '1995-01-01' + :day::int, date '1995-01-01' + :day::int + 100]) WITH ORDINALITY AS q (day, number)
 CROSS JOIN LATERAL annals.relevant_effects(:stream, q.day, :known) e JOIN annals.entry t USING (event_id, revision);
