-- The register of persons: the fields of Law 26/2023/QH15 article 9. Its key is the personal number, because a person of the register
-- needs no account; nothing here refers to a subject. Which fields are sealed, and why: docs/decisions/0003-register.md.

create table person (
  personal_number text collate "C" primary key check (length(personal_number) = 12),
  full_name text not null,
  other_name text,
  -- ISO with its precision: 1958, 1958-08, 1958-08-20.
  birth_date text not null,
  sex text not null check (sex in ('male', 'female')),
  birth_place text,
  birth_registration_place text,
  hometown text,
  nationality text not null,
  -- The 9-digit identity card number (CMND) of before 2016. Not unique: it never was.
  old_number text collate "C",
  -- Relations by personal number, or by name where the relative has none. No foreign keys: a file may name people who come later.
  father_number text collate "C",
  father_name text,
  mother_number text collate "C",
  mother_name text,
  spouse_number text collate "C",
  spouse_name text,
  representative_number text collate "C",
  permanent_address text,
  permanent_unit text collate "C",
  temporary_address text,
  temporary_unit text collate "C",
  current_address text,
  current_unit text collate "C",
  absence text,
  -- The residence file. Its head is the member whose relation is 'head'.
  household_number text collate "C",
  household_relation text,
  marital_status text,
  life_status text not null check (life_status in ('alive', 'dead', 'missing')),
  gone_on text,
  -- Goes up by one with every change; person_history holds what each version said before.
  version int not null default 1,
  changed_at timestamptz not null,
  -- Ethnicity, religion, blood group, phone and e-mail, sealed together and bound to the number.
  private bytea
);
create index person_household on person (household_number) where household_number is not null;
create index person_father on person (father_number) where father_number is not null;
create index person_mother on person (mother_number) where mother_number is not null;
create index person_representative on person (representative_number) where representative_number is not null;
create index person_old_number on person (old_number) where old_number is not null;

-- Each card ever issued (article 9(14)); the current one is the latest. The card's number is the personal number.
create table card (
  personal_number text collate "C" not null,
  issued_on date not null,
  -- null: without an end (issued at 60 or later).
  expires_on date,
  place text,
  state text not null check (state in ('valid', 'held', 'revoked', 'lost', 'expired', 'replaced')),
  qr_text text,
  primary key (personal_number, issued_on)
);

-- Cancelled personal numbers and whose they were. Kept for ever and never given again (Decree 70/2024 article 11(7)).
create table former_number (
  former_number text collate "C" primary key,
  personal_number text collate "C" not null,
  noted_at timestamptz not null
);
create index former_number_person on former_number (personal_number);

-- What an entry said before each change: only the fields that changed.
create table person_history (
  personal_number text collate "C" not null,
  version int not null,
  changed_at timestamptz not null,
  source text not null,
  before jsonb not null,
  private_before bytea,
  primary key (personal_number, version)
);

-- The face of the card, sealed and bound to the number.
create table register_portrait (
  personal_number text collate "C" primary key,
  portrait bytea not null,
  kept_at timestamptz not null
);

-- How far an import has come. Written in each batch's own transaction, so that a killed import goes on where its data ends.
create table population_import (
  head_digest bytea not null,
  size_bytes bigint not null,
  offset_bytes bigint not null,
  -- SHA-256 of the file up to the offset: only the same bytes are taken as done.
  prefix_digest bytea not null,
  line bigint not null,
  rejects_bytes bigint not null,
  imported bigint not null,
  updated bigint not null,
  unchanged bigint not null,
  rejected bigint not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (head_digest, size_bytes)
);
