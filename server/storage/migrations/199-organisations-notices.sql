-- What is noticed about an officer, for whoever supervises her office: she named unusually many people by their numbers. No person
-- stands in it. One of a kind an officer and hour.
create table officer_notice (
  office_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('persons-per-hour', 'persons-at-night', 'looks-per-day')),
  count integer not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  verdict text check (verdict in ('explained', 'reported')),
  primary key (office_id, id)
);
create index officer_notice_waiting on officer_notice (office_id) where settled_at is null;
