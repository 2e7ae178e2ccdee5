\set n random(1, 10000)
INSERT INTO bench.entry (event_id, revision, kind, occurred, begin_earliest, begin_latest, end_earliest, end_latest,
    actors, recipients, type, mode, contexts, modality, title, sources, grade, tags, streams, versions,
    appended_at, appended_by, origin, salt, digest)
VALUES (gen_random_uuid(), 1, 'recorded', '2021-09-08', '2021-09-08', '2021-09-08', '2021-09-09', '2021-09-09',
    '{alpha}', ARRAY['beta-' || :n::int], 'CONSULT', 'visit', '{diplomatic}', 'asserted', 'A delegation arrives for talks',
    '[{"title": "A newspaper", "publisher": "A publisher", "published": "2021-09-09"}]', 'B2', '{}',
    ARRAY['alpha/beta-' || :n::int], '{1}', clock_timestamp(), 'bench', 'bench',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f',
    '\x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
