-- What the benchmark needs beside annals.
CREATE SCHEMA bench;

-- The control of append: a table with the columns and the key of annals.entry and nothing else.
CREATE TABLE bench.entry (LIKE annals.entry);
ALTER TABLE bench.entry ADD PRIMARY KEY (event_id, revision);

-- Where a transaction that has nothing to do with annals writes.
CREATE TABLE bench.elsewhere (n integer);

-- What a writer does after its commit, as the command does: sequence what is there, and when somebody else is at
-- it, wait, 1 ms at first, until its own event is known.
CREATE PROCEDURE bench.help(event uuid)
    LANGUAGE plpgsql AS
$$
DECLARE
    done  record;
    pause double precision := 0.001;
BEGIN
    LOOP
        SELECT * INTO done FROM annals.sequence();
        COMMIT;
        EXIT WHEN NOT done.busy AND NOT done.more;
        IF done.busy THEN
            EXIT WHEN EXISTS (SELECT FROM annals.log l WHERE (l.event_id, l.revision) = (event, 1));
            COMMIT;
            PERFORM pg_sleep(pause);
            pause := least(pause * 1.5, 0.05);
        END IF;
    END LOOP;
END;
$$;
