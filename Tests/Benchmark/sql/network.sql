\set day random(0, 10900)
SELECT count(*) FROM annals.network_at(date '1995-01-01' + :day::int);
