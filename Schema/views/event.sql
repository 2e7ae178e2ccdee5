-- Events as they are known now, one row each, for those who want rows and no log: what the last entry of each says.
CREATE OR REPLACE VIEW annals.event AS
SELECT e.event_id, l.position, e.occurred,
       e.begin_earliest AS since_earliest, e.begin_latest AS since_latest,
       e.end_earliest - 1 AS until_earliest, e.end_latest - 1 AS until_latest,
       e.actors, e.recipients, e.type, e.mode, t.quad_class, t.score, e.contexts, e.modality,
       coalesce(e.title, '(erased)') AS title,
       CASE WHEN e.note_hash IS NOT NULL THEN '(erased)' ELSE e.note END AS note,
       e.grade, e.sources, e.effects, e.reported, e.tags, l.recorded_at,
       e.revision > 1 AND EXISTS (SELECT FROM annals.entry c
                                   WHERE c.event_id = e.event_id AND c.revision <= e.revision
                                     AND c.kind = 'corrected') AS corrected,
       -- A correction stays linked to the streams of what it replaces.
       CASE WHEN e.revision = 1 THEN e.streams
            ELSE ARRAY(SELECT touched FROM annals.touched_streams(e) AS touched ORDER BY touched COLLATE "C")
       END AS streams
  FROM annals.log l
  JOIN annals.entry e USING (event_id, revision)
  LEFT JOIN annals.event_types() t ON t.type = e.type AND t.mode IS NOT DISTINCT FROM e.mode
 WHERE e.occurred IS NOT NULL
   AND NOT EXISTS (SELECT FROM annals.log later
                    WHERE later.event_id = l.event_id AND later.revision > l.revision);

COMMENT ON VIEW annals.event IS
    'Events as they are known now: what the last entry of each says, without those retracted.';
