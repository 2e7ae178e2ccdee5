-- A list of objects of an entry's JSON in its canonical bytes: how many in four bytes, then each. Lists left out of
-- an object are empty. Null when it has anything that annals does not write there.
CREATE OR REPLACE FUNCTION annals.bytes_of_objects(objects jsonb, texts text[], lists text[]) RETURNS bytea
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    bytes  bytea;
    object jsonb;
    empty  jsonb := coalesce((SELECT jsonb_object_agg(name, '[]'::jsonb) FROM unnest(lists) AS name), '{}');
BEGIN
    IF objects IS NULL THEN
        RETURN '\xffffffff'::bytea;
    END IF;
    IF jsonb_typeof(objects) <> 'array' THEN
        RETURN NULL;
    END IF;
    bytes := int4send(jsonb_array_length(objects));
    FOR object IN SELECT * FROM jsonb_array_elements(objects) LOOP
        IF jsonb_typeof(object) <> 'object' THEN
            RETURN NULL;
        END IF;
        bytes := bytes || annals.bytes_of_object(empty || jsonb_strip_nulls(object), texts, lists);
    END LOOP;
    RETURN bytes;
END;
$$;
