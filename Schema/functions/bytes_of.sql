-- A text in an entry's canonical bytes: its length in four bytes and its UTF-8; 0xFFFFFFFF when it is missing.
CREATE OR REPLACE FUNCTION annals.bytes_of(value text) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'),
                    '\xffffffff'::bytea);
$$;
