-- Applies derived entries with annals.apply(), and sets aside those that cannot be applied, so that none stops the ones
-- behind it: they keep their place in the log, mean nothing for the answers, and are told of by `annals status` and
-- `annals verify`. What fails for any reason but the entry itself fails here as well: it may go well the next time.
--
-- Its table names are bare on purpose, as those of annals.apply(). The arrays run side by side, in the order of the log.
CREATE OR REPLACE FUNCTION annals.project(positions bigint[], event_ids uuid[], revisions integer[],
                                          derived annals.derivation[])
    RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    BEGIN
        PERFORM annals.apply(positions, event_ids, revisions, derived);
        RETURN;
    EXCEPTION
        WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded OR SQLSTATE 'AN008' THEN
            NULL;
    END;
    FOR n IN 1 .. cardinality(positions) LOOP
        BEGIN
            PERFORM annals.apply(positions[n:n], event_ids[n:n], revisions[n:n], derived[n:n]);
        EXCEPTION
            WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded OR SQLSTATE 'AN008' THEN
                INSERT INTO set_aside (position, event_id, revision, stream, problem)
                SELECT positions[n], event_ids[n], revisions[n], e.streams[1], SQLERRM
                  FROM annals.entry e WHERE e.event_id = event_ids[n] AND e.revision = revisions[n];
        END;
    END LOOP;
END;
$$;
