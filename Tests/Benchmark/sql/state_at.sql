\set day random(0, 10900)
SELECT * FROM annals.state_at(:stream, date '1995-01-01' + :day::int);
