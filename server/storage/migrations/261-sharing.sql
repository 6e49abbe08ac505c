-- A request of a registered party that lies before somebody, until she answers or it ends.
create table sharing_request (
  subject_id uuid not null,
  id uuid not null,
  party_id text not null,
  -- keyed digest of the signed text: the same one lies before her once
  request_digest bytea not null,
  way text not null check (way in ('link', 'printed', 'pushed')),
  state text not null check (state in ('waiting', 'agreed', 'refused', 'reported')),
  -- what the party signed, and the party and its purpose as they stood; by the house's key, since it comes before whoever it names is known
  sealed bytea not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  -- of a pushed one: whether she has been written to
  told_at timestamptz,
  primary key (subject_id, id),
  unique (subject_id, request_digest)
);
create index sharing_request_end on sharing_request (expires_at);
create index sharing_request_untold on sharing_request (opened_at, subject_id, id)
  where way = 'pushed' and told_at is null;

-- A request is answered by one person once: keyed digest of party and nonce, until it could not be answered any more.
create table sharing_nonce (
  digest bytea primary key,
  ends_at timestamptz not null
);
create index sharing_nonce_end on sharing_nonce (ends_at);

-- What somebody agreed to share, with whom and for what: the proof of her consent. No value of hers stands in it.
create table sharing_receipt (
  subject_id uuid not null,
  id uuid not null,
  party_id text not null,
  way text not null check (way in ('link', 'printed', 'pushed')),
  sealed bytea not null,
  agreed_at timestamptz not null,
  kept_until timestamptz,
  state text not null check (state in ('sending', 'delivered', 'undeliverable')),
  state_at timestamptz not null,
  -- where the party wants her to go on
  sealed_return bytea,
  primary key (subject_id, id)
);

-- Her later wish: that the party stops, or erases.
create table sharing_wish (
  subject_id uuid not null,
  receipt_id uuid not null,
  wish text not null check (wish in ('withdraw', 'erase')),
  id uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answer text not null check (answer in ('waiting', 'done', 'kept', 'overdue')),
  answered_at timestamptz,
  -- the party's words: by which law it keeps it
  law text,
  primary key (subject_id, receipt_id, wish)
);

-- What a party is still to be sent; gone when it has taken it, or when it is given up.
create table sharing_post (
  subject_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('answer', 'refusal', 'withdraw', 'erase')),
  party_id text not null,
  -- address and form, under her key; null for a wish, which is written anew each time
  sealed bytea,
  look_at timestamptz not null,
  tries integer not null default 0,
  until_at timestamptz not null,
  primary key (subject_id, id, kind)
);
create index sharing_post_look on sharing_post (look_at, subject_id, id, kind);
