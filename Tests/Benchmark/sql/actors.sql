-- The actors of a history, as JSON lines.
SELECT jsonb_build_object('actor', name, 'name', name)
  FROM (SELECT :'a' UNION ALL
        SELECT :'b' || CASE WHEN :relationships > 1 THEN '-' || n ELSE '' END
          FROM generate_series(0, :relationships - 1) AS n) AS actors (name);
