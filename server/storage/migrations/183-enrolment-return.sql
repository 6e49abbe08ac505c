-- Somebody who has lost the session of her application and proves its phone. Sealed by the house: whether there is such an application is
-- told by nothing that stands here.
create table enrolment_return (
  id uuid primary key,
  sealed_reference bytea not null,
  sealed_phone bytea not null,
  proof_id uuid not null,
  ends_at timestamptz not null
);
create index enrolment_return_age on enrolment_return (ends_at);
