-- Whom an officer looked up: her own log, and what an unusual number of look-ups is counted from. What the person sees stands in her audit lines.
create table counter_look (
  officer_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  at timestamptz not null,
  purpose text not null,
  is_found boolean not null,
  -- The end of the number and the reference, sealed by the house.
  sealed_about bytea not null,
  primary key (officer_id, id)
);
create index counter_look_age on counter_look (at);
