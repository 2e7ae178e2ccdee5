-- Notes that somebody verified this database, for annals status; what was noted before goes.
CREATE OR REPLACE FUNCTION annals.note_verification(reached bigint, whole boolean, wrong bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    DELETE FROM annals.verification;
    INSERT INTO annals.verification (verified_at, verified_by, position, is_whole, problems)
    VALUES (clock_timestamp(), session_user, reached, whole, wrong);
END;
$$;
