-- Into the relationship of :one and :other, or of :one and one of as many others as there are relationships, an event
-- of a day between :first and :last since 1995; and what is there is sequenced.
\set n random(0, :relationships - 1)
\set day random(:first, :last)
SELECT versions
  FROM (SELECT date '1995-01-01' + :day::int AS day, :one::text AS one,
               :other::text || CASE WHEN :relationships::int > 1 THEN '-' || :n::int ELSE '' END AS other) AS e,
       LATERAL (SELECT one || '/' || other AS stream) AS s,
       LATERAL annals.append(ARRAY[ROW(gen_random_uuid(), 1, 'recorded', NULL, NULL, day::text, day, day, day + 1, day + 1,
    ARRAY[one], ARRAY[other], 'CONSULT', 'visit', '{diplomatic}', 'asserted', 'A delegation arrives for talks', NULL, NULL,
    '[{"title": "A newspaper", "publisher": "A publisher", "published": "2021-09-09"}]', 'B2', NULL, '{}', NULL,
    ARRAY[stream], 'bench', 'bench',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
    ROW(ARRAY[ROW(stream, 'dialogue', '', '', '', '', 'direct', 2, 0, 1, day, day, day + 365, day + 365, day::text, NULL,
                  'asserted', 'B2')::annals.derived_effect],
        ARRAY[ROW(stream, one, other, date_trunc('month', day::timestamp)::date, 1, 1, 40)::annals.derived_activity],
        NULL)::annals.derivation)::annals.new_entry]);
SELECT head FROM annals.sequence();
