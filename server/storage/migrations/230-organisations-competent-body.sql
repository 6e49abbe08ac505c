-- Courts, investigators and others whose decisions officers act on, by their names; kept by the operator.
create table competent_body (
  -- The name as names are compared.
  name_key text primary key,
  name text not null,
  added_at timestamptz not null,
  ended_at timestamptz
);
