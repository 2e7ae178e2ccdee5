-- How many days lie between two bounds; 1000000, longer than anybody looks around a day, for no limit.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.days_between(first date, last date)
    RETURNS integer
    LANGUAGE sql IMMUTABLE AS
$$
    SELECT CASE WHEN pg_catalog.isfinite(first) AND pg_catalog.isfinite(last) THEN least(last - first, 1000000) ELSE 1000000 END;
$$;
