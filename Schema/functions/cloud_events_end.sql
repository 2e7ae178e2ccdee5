-- The last line of the log as CloudEvents: a checkpoint, as an event of a type of its own. By it annals.restore()
-- tells a whole log from one that was cut off at the end of a line.
--
-- note: what `annals checkpoint --key` prints, where the line is to be signed; null for annals.checkpoint() of now.
--       What it says of position, time and root is repeated, for those who do not read checkpoints.
CREATE OR REPLACE FUNCTION annals.cloud_events_end(note text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET TimeZone = utc AS
$$
DECLARE
    written  text        := coalesce(note, annals.checkpoint());
    lines    text[]      := string_to_array(written, chr(10));
    size     bigint      := lines[2];
    recorded timestamptz := substr(lines[4], length('recorded ') + 1);
BEGIN
    RETURN (
        SELECT row_to_json(envelope)
          FROM (SELECT '1.0' AS specversion, 'checkpoint/' || size AS id,
                       'urn:uuid:' || substr(lines[1], length('annals/') + 1) AS source,
                       'org.annals.checkpoint.v1' AS type,
                       CASE WHEN isfinite(recorded)
                            THEN to_char(recorded, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END AS recordedtime,
                       lpad(size::text, 20, '0') AS sequence, 'application/json' AS datacontenttype,
                       (SELECT row_to_json(content)
                          FROM (SELECT size AS "position", encode(decode(lines[3], 'base64'), 'hex') AS root,
                                       written AS checkpoint) AS content) AS data) AS envelope);
END;
$$;
