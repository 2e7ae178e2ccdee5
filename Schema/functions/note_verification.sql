-- Notes that somebody verified this database, for annals status; what the same role noted before goes.
CREATE OR REPLACE FUNCTION annals.note_verification(reached bigint, whole boolean, wrong bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    IF (wrong >= 0 AND reached BETWEEN 0 AND (SELECT max(h.position) FROM annals.log_head h)) IS NOT TRUE THEN
        RAISE EXCEPTION 'nobody can have verified up to #%, with % things wrong', reached, wrong
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    -- What others noted stays: nobody's word takes away what they found.
    DELETE FROM annals.verification v WHERE v.verified_by = session_user;
    INSERT INTO annals.verification (verified_at, verified_by, position, is_whole, problems)
    VALUES (clock_timestamp(), session_user, reached, whole, wrong);
END;
$$;
