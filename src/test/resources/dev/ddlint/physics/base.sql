-- What is there before each case: tables with rows, a child, partitions, views;
-- besides a role probe_role and the extension citext.
CREATE TYPE status AS ENUM ('new','paid','done');
CREATE TYPE status_small AS ENUM ('new','paid');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE TABLE org(id int PRIMARY KEY, name text NOT NULL);
INSERT INTO org SELECT i, 'org'||i FROM generate_series(1,100) i;
CREATE TABLE account(id int PRIMARY KEY, org_id int NOT NULL REFERENCES org(id), email varchar(100) NOT NULL);
INSERT INTO account SELECT i, i%100+1, 'a'||i||'@x' FROM generate_series(1,1000) i;
CREATE TABLE orders(
  id int PRIMARY KEY, account_id int NOT NULL, org_id int, code varchar(20), note text, amount numeric(10,2),
  qty int, small smallint, big bigint, created timestamp, created_tz timestamptz, net cidr, addr inet, js json, jsb jsonb,
  st status DEFAULT 'new', st_text text DEFAULT 'new', uid text, tag text, fixed char(10), flag boolean DEFAULT false,
  bits varbit(8), ival interval(3), tm timestamp(3), f4 real, f8 double precision, day date, arr int[], ci citext,
  req text NOT NULL, ts6 timestamp(6), numfree numeric, big_txt varchar, dropme int);
INSERT INTO orders SELECT i, i%1000+1, i%100+1, 'c'||i, 'note '||i, i, i, i%100, i, now()-i*interval '1 s', now(), '10.0.0.0/8',
  '10.0.0.1', '{}', '{}', 'new', 'new', md5(i::text)::uuid::text, 't'||i, 'x', true, B'101', '1 s', now(), i, i, current_date, '{1}', 'c'||i,
  'r', now(), i, 'b'||i, i FROM generate_series(1,1000) i;
CREATE INDEX orders_code_idx ON orders(code);
CREATE INDEX orders_qty_idx ON orders(qty);
CREATE INDEX orders_created_idx ON orders(created);
CREATE INDEX orders_net_idx ON orders(net);
CREATE INDEX orders_tag_idx ON orders(tag);
CREATE INDEX orders_amount_idx ON orders(amount);
CREATE TABLE child(id int PRIMARY KEY, order_id int REFERENCES orders(id));
INSERT INTO child SELECT i, i FROM generate_series(1,1000) i;
CREATE TABLE nopk(a int NOT NULL, b int, c text);
INSERT INTO nopk SELECT i, i, 'c'||i FROM generate_series(1,1000) i;
CREATE TABLE parted(id int NOT NULL, v text) PARTITION BY RANGE(id);
CREATE TABLE parted_p1 PARTITION OF parted FOR VALUES FROM (1) TO (5001);
INSERT INTO parted SELECT i, 'v' FROM generate_series(1,500) i;
CREATE TABLE part_new(id int NOT NULL, v text);
INSERT INTO part_new SELECT i, 'v' FROM generate_series(5001,5500) i;
CREATE VIEW order_view AS SELECT id, dropme FROM orders;
CREATE MATERIALIZED VIEW mv AS SELECT account_id, count(*) n FROM orders GROUP BY 1;
CREATE UNIQUE INDEX mv_key ON mv(account_id);
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
ANALYZE;
