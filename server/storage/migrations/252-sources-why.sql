-- Why a register was taken for silent, for whoever operates it.
alter table source_register add column silent_why text;
