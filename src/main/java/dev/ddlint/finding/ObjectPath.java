package dev.ddlint.finding;

/**
 * The object that a finding is about, for SARIF's logical locations, for baselines and for configuration entries.
 *
 * @param kind {@code table}, {@code column}, {@code index}, {@code constraint}, {@code type}, {@code statement}
 * @param name with its schema and table, joined by dots: {@code public.users.email}
 */
public record ObjectPath(String kind, String name) {}
