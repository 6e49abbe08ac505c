-- The fingerprints of the card as minutiae records (ISO/IEC 19794-2), each sealed and bound to the number and the finger. No picture of a finger.
create table register_fingerprint (
  personal_number text collate "C" not null,
  finger text collate "C" not null,
  template bytea not null,
  kept_at timestamptz not null,
  primary key (personal_number, finger)
);
