\set n random(1, 10000)
SELECT versions FROM annals.append(ARRAY[ROW(gen_random_uuid(), 1, 'recorded', NULL, NULL, '2021-09-08',
    '2021-09-08', '2021-09-08', '2021-09-09', '2021-09-09', '{alpha}', ARRAY['beta-' || :n::int], 'CONSULT', 'visit',
    '{diplomatic}', 'asserted', 'A delegation arrives for talks', NULL, NULL,
    '[{"title": "A newspaper", "publisher": "A publisher", "published": "2021-09-09"}]', 'B2', NULL, '{}', NULL,
    ARRAY['alpha/beta-' || :n::int], 'bench', 'bench',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
    ROW(ARRAY[ROW('alpha/beta-' || :n::int, 'dialogue', '', '', '', '', 'direct', 2, 0, 1, '2021-09-08', '2021-09-08',
                  '2022-09-08', '2022-09-08', '2021-09-08', NULL, 'asserted', 'B2')::annals.derived_effect],
        ARRAY[ROW('alpha/beta-' || :n::int, 'alpha', 'beta-' || :n::int, '2021-09-01', 1, 1, 40)::annals.derived_activity],
        NULL)::annals.derivation)::annals.new_entry]);
