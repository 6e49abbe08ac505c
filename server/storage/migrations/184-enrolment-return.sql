-- The code that was right says that the address was the application's: nothing needs to remember it.
alter table enrolment_return drop column sealed_phone;
