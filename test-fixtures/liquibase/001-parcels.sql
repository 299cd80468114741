--liquibase formatted sql

--changeset mara:1
CREATE TABLE parcels (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL,
  weight integer
)
--rollback DROP TABLE parcels;

--changeset mara:2 dbms:h2
CREATE TABLE parcels (id identity);
