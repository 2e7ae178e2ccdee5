-- A text in an entry's canonical bytes: its length in four bytes and its UTF-8; 0xFFFFFFFF when it is missing.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.bytes_of(value text) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT coalesce(pg_catalog.int4send(pg_catalog.octet_length(pg_catalog.convert_to(value, 'UTF8')))
                    || pg_catalog.convert_to(value, 'UTF8'),
                    '\xffffffff'::bytea);
$$;
