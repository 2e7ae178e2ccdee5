-- Texts in an entry's canonical bytes: how many in four bytes, then each; 0xFFFFFFFF when the list is missing.
-- Null when it is a list of lists, which annals does not write.
CREATE OR REPLACE FUNCTION annals.bytes_of_list(list text[]) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT coalesce(int4send(cardinality(list)), '\xffffffff'::bytea)
           || coalesce((SELECT string_agg(annals.bytes_of(item), ''::bytea ORDER BY n)
                          FROM unnest(list) WITH ORDINALITY AS x (item, n)), ''::bytea)
     WHERE coalesce(array_ndims(list), 1) = 1;
$$;
