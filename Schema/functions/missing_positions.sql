-- What annals.verify_log() says of positions the log does not have: one row for all that follow one another.
CREATE OR REPLACE FUNCTION annals.missing_positions(first bigint, last bigint)
    RETURNS TABLE ("position" bigint, event_id uuid, problem text)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT first, NULL::uuid, format(CASE WHEN last > first THEN 'the log has no #%s to #%s'
                                          ELSE 'the log has no #%s' END, first, last);
$$;
