-- Reports of crimes. Nothing here says who sent one, nor when to more than the day: ids are drawn at random, moments are days.
create table crime_report (
  id uuid primary key,
  reference text not null,
  office_id uuid not null,
  kind text not null,
  unit_code text not null,
  is_named boolean not null,
  pictures integer not null,
  received_on date not null,
  state text not null check (state in ('open', 'settled')),
  outcome text check (outcome in ('prosecuted', 'not-prosecuted', 'suspended')),
  extended_on date,
  forwarded_on date,
  ended_on date,
  -- the office waits for whoever sent it; whoever sent it has written since
  is_asked boolean not null default false,
  is_answered boolean not null default false,
  is_late_told boolean not null default false,
  -- what happened, and the reasons of the office, by the house's key
  sealed bytea not null
);
create index crime_report_end on crime_report (ended_on);

-- What waits at an office, by the last day that the law gives it before holidays are looked at.
create table crime_report_queue (
  office_id uuid not null,
  due_on date not null,
  id uuid not null,
  primary key (office_id, due_on, id)
);
create index crime_report_queue_due on crime_report_queue (due_on, id);

-- Leads from the keyed digest of a receipt code to its report; the code itself is nowhere.
create table crime_report_door (
  digest bytea primary key,
  report_id uuid not null,
  ended_on date
);
create index crime_report_door_report on crime_report_door (report_id);

create table crime_report_message (
  report_id uuid not null,
  no integer not null,
  is_office boolean not null,
  said_on date not null,
  ended_on date,
  sealed bytea not null,
  primary key (report_id, no)
);

create table crime_report_picture (
  report_id uuid not null,
  no integer not null,
  ended_on date,
  sealed bytea not null,
  primary key (report_id, no)
);

-- Who sent a named report. There is no row for one that is anonymous.
create table crime_report_reporter (
  subject_id uuid not null,
  report_id uuid not null,
  -- keyed digest of her number: nobody works on a report of her own
  about_key text not null,
  is_name_shown boolean not null,
  sent_at timestamptz not null,
  ended_at timestamptz,
  -- number and name, by her own key
  sealed bytea not null,
  primary key (subject_id, report_id)
);
create index crime_report_reporter_report on crime_report_reporter (report_id);
