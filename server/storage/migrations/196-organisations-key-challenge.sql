-- A challenge from which a passkey is made, and which an older key answers first, is good for minutes, not for the shift.
alter table officer_session add column challenge_until timestamptz;
