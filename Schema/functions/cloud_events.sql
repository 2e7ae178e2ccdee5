-- The log as CloudEvents 1.0, an entry each, in the order of the log: everything it holds, so that annals.restore()
-- makes the same log of them, byte for byte of every proof. What annals.cloud_events_end() gives comes last, and says
-- that it is all.
--
-- `time` is the earliest day the event can have begun, which is left out where there is none: CloudEvents have no
-- imprecise times, and the date as written is in the data. `recordedtime` and `sequence` are their extensions for when
-- it became known and in which order.
CREATE OR REPLACE FUNCTION annals.cloud_events(after bigint DEFAULT 0, upto bigint DEFAULT 9223372036854775807)
    RETURNS TABLE ("position" bigint, event text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET TimeZone = utc SET bytea_output = hex AS
$$
    SELECT l.position,
           (SELECT row_to_json(envelope)
              FROM (SELECT '1.0' AS specversion, e.event_id || '/' || e.revision AS id,
                           'urn:uuid:' || h.log_id AS source, 'org.annals.' || e.kind || '.v1' AS type,
                           e.streams[1] AS subject,
                           CASE WHEN isfinite(e.begin_earliest)
                                THEN to_char(e.begin_earliest, 'YYYY-MM-DD"T00:00:00Z"') END AS time,
                           to_char(l.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recordedtime,
                           lpad(l.position::text, 20, '0') AS sequence,
                           'application/json' AS datacontenttype,
                           row_to_json(content) AS data) AS envelope)::text
      FROM annals.log l
      JOIN annals.entry e USING (event_id, revision)
     CROSS JOIN (SELECT log_id FROM annals.log_head ORDER BY position DESC LIMIT 1) AS h
     CROSS JOIN LATERAL (SELECT e.*, l.leaf) AS content
     WHERE l.position > after AND l.position <= upto
     ORDER BY l.position;
$$;
