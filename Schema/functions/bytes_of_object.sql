-- An object of an entry's JSON in its canonical bytes: the values of its texts, then of its lists, in their order.
-- Null when it has anything that annals does not write there.
CREATE OR REPLACE FUNCTION annals.bytes_of_object(object jsonb, texts text[], lists text[]) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT CASE WHEN jsonb_typeof(object) = 'object' AND NOT EXISTS (
               SELECT FROM jsonb_each(object) AS member
                WHERE NOT (jsonb_typeof(member.value) = 'null' AND member.key = ANY (texts || lists)
                           OR jsonb_typeof(member.value) = 'string' AND member.key = ANY (texts)
                           OR jsonb_typeof(member.value) = 'array' AND member.key = ANY (lists)
                              AND NOT jsonb_path_exists(member.value, 'strict $[*] ? (@.type() != "string")')))
           THEN (SELECT string_agg(annals.bytes_of(object ->> name), ''::bytea ORDER BY n)
                   FROM unnest(texts) WITH ORDINALITY AS x (name, n))
                || coalesce((SELECT string_agg(
                                 CASE jsonb_typeof(object -> name) WHEN 'array'
                                     THEN annals.bytes_of_list(ARRAY(SELECT jsonb_array_elements_text(object -> name)))
                                     ELSE '\xffffffff'::bytea
                                 END, ''::bytea ORDER BY n)
                               FROM unnest(lists) WITH ORDINALITY AS x (name, n)), ''::bytea)
           END;
$$;
