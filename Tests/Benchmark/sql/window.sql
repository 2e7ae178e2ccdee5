-- Of 440 days, in which the shortest history has 40 events.
\set day random(0, 10400)
SELECT e.*, l.position, l.recorded_at
  FROM annals.begun(:stream, :known, date '1995-01-01' + :day::int, date '1995-01-01' + :day::int + 440,
                    '-infinity', '-infinity', 0, 40) b
  JOIN annals.log l USING (position) JOIN annals.entry e USING (event_id, revision);
