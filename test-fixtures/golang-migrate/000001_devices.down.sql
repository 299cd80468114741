DROP TABLE devices;
DROP TABLE sites;
