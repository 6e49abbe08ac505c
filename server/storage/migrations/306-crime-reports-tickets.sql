-- Keys by which tickets for anonymous reports are signed unseen: one for each time, the same for everybody.
create table crime_report_ticket_key (
  key text primary key,
  -- RSA, exponent 65537; base64url
  modulus text not null,
  sealed bytea not null,
  drawn_until timestamptz not null,
  good_until timestamptz not null
);

-- Tickets that were used; a ticket leads to nobody.
create table crime_report_ticket (
  digest bytea primary key,
  good_until timestamptz not null
);
create index crime_report_ticket_end on crime_report_ticket (good_until);
