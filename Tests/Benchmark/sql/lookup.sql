\set p random(1, 10000)
SELECT * FROM annals.log WHERE position = :p;
