-- What the log was at a position, in the text that docs/proof.md defines: what `annals checkpoint` prints without a key.
--
-- upto: the position; where the log ends, when it ends before.
CREATE OR REPLACE FUNCTION annals.checkpoint(upto bigint DEFAULT 9223372036854775807) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET TimeZone = utc AS
$$
DECLARE
    most_blocks CONSTANT integer := 1024;
    head     annals.log_head;
    size     bigint;
    leaves   bigint := 1;  -- of a block
    blocks   bytea[];
    root     bytea;
    recorded timestamptz;
BEGIN
    SELECT * INTO head FROM annals.log_head h ORDER BY h.position DESC LIMIT 1;
    size := least(head.position, upto);
    WHILE (size - 1) / leaves >= most_blocks LOOP
        leaves := leaves * 2;
    END LOOP;
    SELECT coalesce(array_agg(b.root ORDER BY b.number), '{}') INTO blocks
      FROM (SELECT (l.position - 1) / leaves AS number,
                   (annals.grow_tree(0, '{}', array_agg(l.leaf ORDER BY l.position))).root
              FROM annals.log l WHERE l.position <= size GROUP BY 1) AS b;
    root := (annals.grow_tree(0, '{}', blocks)).root;
    recorded := coalesce((SELECT l.recorded_at FROM annals.log l WHERE l.position = size), head.recorded_at);
    RETURN array_to_string(
        ARRAY['annals/' || head.log_id, size::text, encode(root, 'base64'),
              'recorded ' || CASE WHEN isfinite(recorded)
                                  THEN to_char(recorded, 'YYYY-MM-DD"T"HH24:MI:SS')
                                      || rtrim(rtrim(to_char(recorded, '.US'), '0'), '.') || 'Z'
                                  ELSE recorded::text END,
              'blocks of ' || leaves]
        || ARRAY(SELECT encode(b, 'base64') FROM unnest(blocks) WITH ORDINALITY AS x (b, n) ORDER BY n),
        chr(10)) || chr(10);
END;
$$;
