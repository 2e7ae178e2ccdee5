-- How every relationship stands today, for those who only want to look: annals.network_at() of today and of all that
-- is known.
CREATE OR REPLACE VIEW annals.relationship_state AS
SELECT n.relationship, split_part(n.relationship, '/', 1) AS actor1,
       nullif(split_part(n.relationship, '/', 2), '') AS actor2,
       n.facet, n.key, n.from_actor, n.to_actor, n.claimant, n.value, n.level, n.certainty, n.modality,
       n.since_edtf, n.since_earliest, n.since_latest, n.until_edtf, n.until_earliest, n.until_latest,
       n.grade, n.position, n.event_id, n.alternatives
  FROM annals.network_at((now() AT TIME ZONE 'UTC')::date) AS n;

COMMENT ON VIEW annals.relationship_state IS
    'How every relationship stands today (UTC), as known now; a row without actor2 is of one actor alone.';
