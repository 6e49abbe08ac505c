-- Who wrote a line, which number it has there, what the writer knew of its other numbers, and the HMAC over all of it, whose key is not
-- here. Null in lines from before; the checkpoints say up to which leaf they reach.
alter table audit_line add column seal text, add column mac bytea;
