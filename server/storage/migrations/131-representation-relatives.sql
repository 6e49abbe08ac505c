-- Trusted relatives: one row on the side of the person who named, one on the side of the relative who was asked. Each side is written by its
-- own deeds; the other side follows by facts.
create table trusted_relative (
  subject_id uuid not null,
  id uuid not null,
  -- null: nobody with an account has the number that was typed; she is not told
  relative_id uuid,
  -- how she calls the relative, and the number's last digits
  sealed_label bytea not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'ended')),
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  trusted_from timestamptz,
  ended_at timestamptz,
  primary key (subject_id, id)
);

create table trusted_by (
  subject_id uuid not null,
  id uuid not null,
  named_by uuid not null,
  sealed_name bytea not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'ended')),
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (subject_id, id)
);
