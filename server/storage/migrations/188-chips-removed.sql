-- An authority that the operator no longer trusts stays on record with the reason, so that the next directory or master list does not bring it back unseen.
alter table chip_anchor add column removed_at timestamptz, add column removed_reason text;
alter table chip_anchor add constraint chip_anchor_removed check ((removed_at is null) = (removed_reason is null));
