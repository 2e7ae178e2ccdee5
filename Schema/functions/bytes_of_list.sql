-- Texts in an entry's canonical bytes: how many in four bytes, then each; 0xFFFFFFFF when the list is missing.
-- Null when it is a list of lists, or lacks an item, which annals does not write.
CREATE OR REPLACE FUNCTION annals.bytes_of_list(list text[]) RETURNS bytea
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    bytes bytea := coalesce(int4send(cardinality(list)), '\xffffffff'::bytea);
    item  text;
BEGIN
    IF array_ndims(list) > 1 OR array_position(list, NULL) IS NOT NULL THEN
        RETURN NULL;
    END IF;
    FOREACH item IN ARRAY coalesce(list, '{}') LOOP
        bytes := bytes || annals.bytes_of(item);
    END LOOP;
    RETURN bytes;
END;
$$;
