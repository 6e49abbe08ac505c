-- What stands at a desk and signs what it takes: registered by an administrator, each with a key of its own.
create table capture_device (
  id uuid primary key,
  office_id uuid not null,
  desk text not null,
  -- The desk's name as names are compared.
  desk_key text not null,
  name text not null,
  kinds text[] not null,
  public_key jsonb not null,
  enrolled_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index capture_device_desk on capture_device (office_id, desk_key) where ended_at is null;
create table capture_device_ticket (
  ticket_digest bytea primary key,
  office_id uuid not null,
  desk text not null,
  name text not null,
  kinds text[] not null,
  expires_at timestamptz not null
);
-- A citizen's screen is a device: without one that is registered it asks nothing any more.
alter table screen_session add column device_id uuid;
create index officer_session_office on officer_session (office_id, ends_at);
