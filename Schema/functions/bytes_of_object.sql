-- An object of an entry's JSON in its canonical bytes: the values of its texts, then of its lists, in their order.
-- Null when it has anything that annals does not write there.
CREATE OR REPLACE FUNCTION annals.bytes_of_object(object jsonb, texts text[], lists text[]) RETURNS bytea
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    bytes bytea := '';
    name  text;
BEGIN
    IF jsonb_typeof(object) <> 'object' OR object - (texts || lists) <> '{}' THEN
        RETURN NULL;
    END IF;
    FOREACH name IN ARRAY texts LOOP
        IF jsonb_typeof(object -> name) NOT IN ('string', 'null') THEN
            RETURN NULL;
        END IF;
        bytes := bytes || annals.bytes_of(object ->> name);
    END LOOP;
    FOREACH name IN ARRAY lists LOOP
        IF jsonb_typeof(object -> name) NOT IN ('array', 'null')
           OR jsonb_path_exists(object -> name, 'strict $[*] ? (@.type() != "string")', silent => true)
        THEN
            RETURN NULL;
        END IF;
        bytes := bytes || annals.bytes_of_list(CASE jsonb_typeof(object -> name) WHEN 'array'
            THEN ARRAY(SELECT jsonb_array_elements_text(object -> name)) END);
    END LOOP;
    RETURN bytes;
END;
$$;
