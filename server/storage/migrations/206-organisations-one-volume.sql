-- Unusual look-ups in a day are told by the event of unusual volumes; what an older Sen announced and had no
-- time to tell is told by it too.
update outbox set kind = 'UnusualPersonVolume', kept_because = null,
  due_at = case when isfinite(due_at) then due_at else now() end,
  data = jsonb_build_object(
    'officerNumber', data->>'officerNumber',
    'officeId', coalesce(data->>'officeId', '01900000-0000-7000-8000-000000000001'),
    'office', data->>'office',
    'kind', 'looks-per-day',
    'count', (data->>'count')::int,
    'useCase', 'counter.search',
    'at', to_char(case when isfinite(due_at) then due_at else now() end at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  where kind = 'UnusualSearchVolume';
