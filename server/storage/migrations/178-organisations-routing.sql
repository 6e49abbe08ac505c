-- A case goes to the office whose territory is nearest to the person and which has somebody for it.
create index office_unit on office (unit_code);
create index mandate_office on mandate (office_id);
