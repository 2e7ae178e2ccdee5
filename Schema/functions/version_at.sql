-- How many entries of a stream were known at a position. Versions and positions rise together, so it halves
-- the stream until it finds the last one known.
CREATE OR REPLACE FUNCTION annals.version_at(of_stream text, known bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    low  bigint := 0;
    high bigint := coalesce((SELECT max(s.version) FROM annals.stream_entry s WHERE s.stream = of_stream), 0);
    mid  bigint;
BEGIN
    WHILE low < high LOOP
        mid := (low + high + 1) / 2;
        IF EXISTS (SELECT FROM annals.stream_entry s JOIN annals.log l USING (event_id, revision)
                    WHERE s.stream = of_stream AND s.version = mid AND l.position <= known) THEN
            low := mid;
        ELSE
            high := mid - 1;
        END IF;
    END LOOP;
    RETURN low;
END;
$$;
