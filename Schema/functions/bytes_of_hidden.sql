-- A text that may be erased by law in an entry's canonical bytes: as the SHA-256 of its salt and itself, which is
-- what is left of it then. Null when both are there.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.bytes_of_hidden(value text, salt bytea, erased bytea) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT CASE WHEN value IS NULL OR erased IS NULL
           THEN coalesce('\x00000020'::bytea
                         || coalesce(erased, pg_catalog.sha256(salt || pg_catalog.convert_to(value, 'UTF8'))),
                         '\xffffffff'::bytea)
           END;
$$;
