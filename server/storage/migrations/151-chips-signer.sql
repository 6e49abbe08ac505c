-- Whoever signs the chips of cards made here (ICAO Doc 9303 part 12, document signer). The key is sealed under the house's key; one day it stands in a module of hardware.
create table chip_signer (
  -- SHA-256 of the certificate.
  digest bytea primary key,
  certificate bytea not null,
  algorithm text not null,
  sealed_key bytea not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  added_at timestamptz not null
);
