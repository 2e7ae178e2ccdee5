-- A list of objects of an entry's JSON in its canonical bytes: how many in four bytes, then each. Lists left out of
-- an object are empty. Null when it has anything that annals does not write there.
CREATE OR REPLACE FUNCTION annals.bytes_of_objects(objects jsonb, texts text[], lists text[]) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT CASE
           WHEN objects IS NULL THEN '\xffffffff'::bytea
           WHEN jsonb_typeof(objects) = 'array' THEN (
               SELECT CASE WHEN count(*) = count(item.bytes)
                           THEN int4send(count(*)::integer)
                                || coalesce(string_agg(item.bytes, ''::bytea ORDER BY item.n), ''::bytea)
                      END
                 FROM (SELECT annals.bytes_of_object(
                                  CASE WHEN jsonb_typeof(x.object) = 'object'
                                       THEN (SELECT coalesce(jsonb_object_agg(name, '[]'::jsonb), '{}'::jsonb)
                                               FROM unnest(lists) AS name)
                                            || jsonb_strip_nulls(x.object)
                                  END, texts, lists) AS bytes, x.n
                         FROM jsonb_array_elements(objects) WITH ORDINALITY AS x (object, n)) AS item)
           END;
$$;
