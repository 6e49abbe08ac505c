-- Where a person is signed in at relying parties: one row per party and provider session, so that she sees and ends it.
create table sign_in (
  subject_id uuid not null,
  id uuid not null,
  client_id text not null,
  client_name text not null,
  client_domain text not null,
  provider_session text not null,
  grant_id text not null,
  acr text not null,
  user_agent text not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (subject_id, id)
);
