-- Letters: one outbox for text messages and e-mail, and the inbox of the app. A letter to somebody who is not a subject yet (an
-- application being filled in) stands under the application's own id.
create table letter (
  subject_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'email', 'inbox')),
  kind text not null check (kind in ('todo', 'security', 'dossier', 'news')),
  template text not null,
  language text not null check (language in ('vi', 'en')),
  -- Whom it goes to and what fills it, sealed under the person's key; a secret letter loses both as soon as it has left or ended.
  sealed_to bytea,
  sealed_params bytea,
  is_secret boolean not null,
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed')),
  failure text,
  provider_message_id text,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  -- Set while a worker holds it; still set when the worker died between handing over and saying so.
  claimed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  primary key (subject_id, id)
);
-- A code overtakes notices, however many wait.
create index letter_due on letter (channel, is_secret desc, next_attempt_at) where state = 'queued';
create index letter_expiry on letter (expires_at) where state = 'queued';
create index letter_inbox on letter (subject_id, id desc) where channel = 'inbox';
create index letter_unread on letter (subject_id) where channel = 'inbox' and read_at is null;
create index letter_age on letter (created_at) where channel <> 'inbox';

-- What the operator calls a message. Both the hand-over and the receipt write here first, so that whichever comes second sees the other,
-- and a receipt that comes twice changes nothing.
create table letter_handle (
  provider_message_id text primary key,
  subject_id uuid,
  letter_id uuid,
  outcome text check (outcome in ('delivered', 'failed')),
  at timestamptz not null
);
create index letter_handle_age on letter_handle (at);
