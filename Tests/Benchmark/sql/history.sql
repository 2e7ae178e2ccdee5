-- A history of :count events over thirty years as JSON lines, between :a and :b, or :b-0, :b-1 … when there are
-- more relationships: the same kinds of events, one in thirty dated to its month only, so that long and short
-- histories have the same lanes.
SELECT jsonb_build_object(
           'on', CASE WHEN n % 30 < 5 AND (n / 30) % 5 = 0 OR :count = 10 AND n > 5
                      THEN to_char(day, 'YYYY-MM') ELSE to_char(day, 'YYYY-MM-DD') END,
           'actors', jsonb_build_array(CASE WHEN n % 5 = 2 THEN other ELSE :'a' END),
           'recipients', jsonb_build_array(CASE WHEN n % 5 = 2 THEN :'a' ELSE other END),
           'type', (ARRAY['CONSULT', 'ACCUSE', 'SUPPORT', 'ASSAULT', 'SANCTION'])[n % 5 + 1],
           'mode', CASE WHEN n % 5 = 4 THEN 'discontinue' END,
           'title', 'Event ' || n,
           'grade', 'B2',
           'sources', jsonb_build_array(jsonb_build_object('title', 'A feed')))
  FROM generate_series(1, :count) AS n,
       LATERAL (SELECT date '1995-01-01' + (n::bigint * 10900 / :count)::int,
                       :'b' || CASE WHEN :relationships > 1 THEN '-' || n % :relationships ELSE '' END)
           AS chosen (day, other)
 ORDER BY n;
