-- Whom we believe about chips (ICAO Doc 9303 part 12): the signing authorities of states, links between their keys, and their revocation lists.
-- Reference tables: small, the same on every machine. `installation.chip_trust_revision` changes with every change here; readers keep what they parsed until then.
create table chip_anchor (
  -- SHA-256 of the certificate.
  digest bytea primary key,
  certificate bytea not null,
  -- Trusted by the operator's own deed; a link is trusted through the authority that signed it.
  is_root boolean not null,
  subject text not null,
  not_after timestamptz not null,
  source text not null,
  imported_at timestamptz not null
);

create table chip_crl (
  -- The issuer's name in canonical form, and the key that signed where the list says it: a newer list takes the older one's place.
  issuer text collate "C" not null,
  authority_key text collate "C" not null,
  list bytea not null,
  this_update timestamptz not null,
  next_update timestamptz,
  source text not null,
  imported_at timestamptz not null,
  primary key (issuer, authority_key)
);
