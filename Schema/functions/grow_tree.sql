-- Grows the Merkle tree over the log by some leaves: RFC 6962 §2.1, kept as its frontier so that sealing a
-- batch costs as much as the batch, however long the log.
--
-- frontier: the roots of the full subtrees `size` splits into, largest first.
CREATE OR REPLACE FUNCTION annals.grow_tree(size bigint, frontier bytea[], leaves bytea[],
                                            OUT grown bytea[], OUT root bytea)
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    node  bytea;
    count bigint := size;
    rest  bigint;
    depth integer := cardinality(frontier);
BEGIN
    grown := frontier;
    FOREACH node IN ARRAY leaves LOOP
        rest := count;
        WHILE rest & 1 = 1 LOOP
            node := sha256('\x01'::bytea || grown[depth] || node);
            depth := depth - 1;
            rest := rest >> 1;
        END LOOP;
        depth := depth + 1;
        grown[depth] := node;
        count := count + 1;
    END LOOP;
    grown := grown[1:depth];
    root := coalesce(grown[depth], sha256(''));
    FOR i IN REVERSE depth - 1 .. 1 LOOP
        root := sha256('\x01'::bytea || grown[i] || root);
    END LOOP;
END;
$$;
