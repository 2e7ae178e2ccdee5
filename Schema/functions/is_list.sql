-- Whether a list of texts is one that annals writes: of one dimension, numbered from 1, without nulls and not too long;
-- or missing.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.is_list(list text[], most integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT list IS NULL
        OR pg_catalog.cardinality(list) = 0
        OR pg_catalog.array_ndims(list) = 1 AND pg_catalog.array_lower(list, 1) = 1
           AND pg_catalog.cardinality(list) <= most AND pg_catalog.array_position(list, NULL) IS NULL;
$$;
