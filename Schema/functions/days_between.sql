-- How many days lie between two bounds; 1000000, longer than anybody looks around a day, for no limit.
CREATE OR REPLACE FUNCTION annals.days_between(first date, last date)
    RETURNS integer
    LANGUAGE sql IMMUTABLE AS
$$
    SELECT CASE WHEN isfinite(first) AND isfinite(last) THEN least(last - first, 1000000) ELSE 1000000 END;
$$;
