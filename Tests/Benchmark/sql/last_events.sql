SELECT e.*, l.position, l.recorded_at
  FROM annals.begun_last(:stream, :known, '-infinity', 'infinity', 40) b
  JOIN annals.log l USING (position) JOIN annals.entry e USING (event_id, revision);
