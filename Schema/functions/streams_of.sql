-- The streams whose events are those of a stream: a relationship is its own; an actor's own stands for every one the
-- actor is in.
CREATE OR REPLACE FUNCTION annals.streams_of(of_stream text) RETURNS SETOF text
    LANGUAGE plpgsql STABLE ROWS 10 SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS
$$
BEGIN
    RETURN NEXT of_stream;
    IF strpos(of_stream, '/') = 0 THEN
        RETURN QUERY
        SELECT s.id FROM annals.stream s
         -- In the order of bytes, a 0 follows the slash.
         WHERE s.id > of_stream || '/' AND s.id < of_stream || '0'
        UNION ALL
        SELECT s.id FROM annals.stream s WHERE split_part(s.id, '/', 2) COLLATE "C" = of_stream;
    END IF;
END;
$$;
