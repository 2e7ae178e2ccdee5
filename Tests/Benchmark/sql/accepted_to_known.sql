-- Milliseconds from the commit of the append to the commit of its sequencing, over the entries after :after.
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ms), percentile_disc(0.99) WITHIN GROUP (ORDER BY ms), max(ms)
  FROM (SELECT extract(epoch FROM pg_xact_commit_timestamp(l.xmin) - pg_xact_commit_timestamp(e.xmin)) * 1000 AS ms
          FROM annals.log l JOIN annals.entry e USING (event_id, revision)
         WHERE l.position > :after) AS taken;
