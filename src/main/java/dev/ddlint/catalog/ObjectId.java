package dev.ddlint.catalog;

/** Names an object for its whole life, through every rename, as PostgreSQL's OIDs do. */
public record ObjectId(int value) {}
