-- Turns a moment of our clock into a position: the last entry recorded by then; 0 for before all of them.
-- A moment after the last batch is settled only once it has passed, nobody is sequencing, and it is asked after that;
-- on a replica, once that has replayed a later batch.
CREATE OR REPLACE FUNCTION annals.position_at(moment timestamptz) RETURNS bigint
    LANGUAGE sql STABLE AS
$$
    SELECT coalesce((SELECT position FROM annals.log WHERE recorded_at <= moment
                      ORDER BY recorded_at DESC, position DESC LIMIT 1), 0);
$$;
