/// Long histories written straight into the tables, which takes a tenth of what appending them would.
enum LongHistories {
    /// 20,000 events of one relationship, a day apart from 1970 on and recorded in the order of the world; then 4,000
    /// of another, recorded in none.
    ///
    /// Each is an incident, or one in fifty the end of all before it; one in thirty is dated to the month, one in a
    /// thousand to the year.
    static let script = """
        set search_path = annals;
        create temporary table happened as
            select n as position, md5('qatar' || n)::uuid as event, 'qatar' as actor, date '1970-01-01' + n - 1 as day,
                   case when n % 1000 = 0 then 'year' when n % 30 = 0 then 'month' else 'day' end as precision,
                   n % 50 = 0 as ends
              from generate_series(1, 20000) as n
            union all
            select 20000 + n, md5('iran' || n)::uuid, 'iran', date '1970-01-01' + n * 1777 % 4001, 'day', false
              from generate_series(1, 4000) as n;
        create temporary table dated as
            select *, date_trunc(precision, day)::date as earliest,
                   (date_trunc(precision, day) + ('1 ' || precision)::interval)::date - 1 as latest,
                   left(day::text, case precision when 'year' then 4 when 'month' then 7 else 10 end) as occurred
              from happened;

        insert into stream values ('qatar/taliban'), ('iran/taliban');
        insert into entry (event_id, revision, kind, occurred, begin_earliest, begin_latest, end_earliest, end_latest,
                           actors, recipients, modality, title, effects, sources, grade, streams, versions,
                           appended_at, appended_by, appended_as, origin, salt, digest)
        select event, 1, 'recorded', occurred, earliest, latest, earliest + 1, latest + 1, array[actor],
               array['taliban'], 'asserted', 'Event', '[]', '[]', 'F6', array[actor || '/taliban'], array[position],
               now(), 'tests', 'tests', 'tests', '', ''
          from dated;
        insert into log select position, event, 1, '', now() from dated;
        update log_head set position = 24000, recorded_at = now();
        select annals.apply(array_agg(d.position order by d.position), array_agg(d.event order by d.position),
                            array_agg(1 order by d.position), array_agg(means.derived order by d.position))
          from dated d cross join lateral (
              select row(
                  array[row(d.actor || '/taliban', 'hostility', '', '', '', '', kind.value, null, kind.rank,
                            case when d.earliest < d.latest then 2 when d.ends then 0 else 1 end,
                            d.earliest, d.latest, coalesce(d.earliest + kind.days, 'infinity'),
                            coalesce(d.latest + kind.days, 'infinity'), d.occurred, null, 'asserted', 'F6')::derived_effect],
                  '{}', null)::derivation as derived
                from (values ('none', 1, null, true), ('force', 4, 183, false)) as kind (value, rank, days, ends)
               where kind.ends = d.ends
          ) as means;
        """
}
