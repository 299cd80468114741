--liquibase formatted sql

--changeset mara:3
CREATE INDEX CONCURRENTLY parcels_code_idx ON parcels (code);
--rollback DROP INDEX parcels_code_idx;

--changeset mara:4 runInTransaction:false
CREATE INDEX CONCURRENTLY parcels_weight_idx ON parcels (weight);
--rollback DROP INDEX parcels_weight_idx;

--changeset mara:5
ALTER TABLE parcels ALTER COLUMN weight SET NOT NULL;

/* liquibase rollback
ALTER TABLE parcels ALTER COLUMN weight DROP NOT NULL;
*/
