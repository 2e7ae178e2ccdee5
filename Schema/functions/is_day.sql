-- Whether a bound of a date is one that annals writes: a day of the years 0001 to 9999, the day after, or no limit. Null
-- for none.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.is_day(bound date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT NOT pg_catalog.isfinite(bound) OR bound >= '0001-01-01'::date AND bound <= '10000-01-01'::date;
$$;
