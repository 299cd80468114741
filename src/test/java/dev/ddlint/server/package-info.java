/** PostgreSQL servers of any version, and what can be seen of a statement that runs on one. Knows no rule and no physics. */
package dev.ddlint.server;
