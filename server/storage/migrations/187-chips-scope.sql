-- What an authority is trusted for: documents of its own state, and of these kinds (codes of the machine-readable zone). What was imported before was trusted for
-- whatever it signed; only this state's cards were ever read, so that is what it keeps.
alter table chip_anchor add column state text collate "C", add column document_types text[];
update chip_anchor
   set state = upper(coalesce(substring(subject from '(?:^|, )C=([A-Za-z]{2})(?:, |$)'), '')), document_types = '{ID}';
alter table chip_anchor alter column state set not null, alter column document_types set not null;
