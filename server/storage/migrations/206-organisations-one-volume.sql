-- Unusual look-ups in a day are told by the event of unusual volumes; what an older Sen announced and had no
-- time to tell is told by it too. When it was, its id says (UUIDv7: milliseconds in the first 48 bits).
with old as (
  select subject_id, id, data,
    to_timestamp(('x0000' || left(translate(id::text, '-', ''), 12))::bit(64)::bigint / 1000.0) as at
  from outbox where kind = 'UnusualSearchVolume'
)
update outbox as o set kind = 'UnusualPersonVolume', kept_because = null, due_at = old.at,
  data = jsonb_build_object(
    'officerNumber', old.data->>'officerNumber',
    'officeId', coalesce(old.data->>'officeId', '01900000-0000-7000-8000-000000000001'),
    'office', old.data->>'office',
    'kind', 'looks-per-day',
    'count', (old.data->>'count')::int,
    'useCase', 'counter.search',
    'at', to_char(old.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from old where o.subject_id = old.subject_id and o.id = old.id;
