-- The streams that what an entry says touches: every actor with every recipient; without recipients every two
-- actors; an actor alone by itself; every pair an effect names; and the actor it registers. Each once, unordered.
CREATE OR REPLACE FUNCTION annals.touched_streams(e annals.entry) RETURNS SETOF text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    RETURN QUERY
    WITH pair (one, other) AS (
        SELECT a.slug, r.slug
          FROM unnest(e.actors) WITH ORDINALITY AS a (slug, n)
          JOIN (SELECT slug, n, true AS acts FROM unnest(e.actors) WITH ORDINALITY AS x (slug, n)
                 WHERE coalesce(cardinality(e.recipients), 0) = 0
                UNION ALL
                SELECT slug, n, false FROM unnest(e.recipients) WITH ORDINALITY AS x (slug, n)) AS r
            ON r.slug <> a.slug AND (NOT r.acts OR r.n > a.n)
    )
    SELECT least(one COLLATE "C", other COLLATE "C") || '/' || greatest(one COLLATE "C", other COLLATE "C") FROM pair
    UNION
    SELECT unnest(e.actors) WHERE NOT EXISTS (SELECT FROM pair)
    UNION
    SELECT CASE WHEN coalesce(x."to", x."from") = x."from" THEN x."from"
                ELSE least(x."from" COLLATE "C", x."to" COLLATE "C") || '/'
                     || greatest(x."from" COLLATE "C", x."to" COLLATE "C") END
      FROM jsonb_to_recordset(e.effects) AS x ("from" text, "to" text)
    UNION
    SELECT e.actor ->> 'actor' WHERE e.actor IS NOT NULL;
END;
$$;
