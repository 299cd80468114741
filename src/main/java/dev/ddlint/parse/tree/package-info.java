/**
 * What an expression, a query or a data statement says, as trees of our own: policies and predicates are judged by their
 * structure. Made of JSqlParser's trees, none of whose types leave {@code parse}.
 */
@NullMarked
package dev.ddlint.parse.tree;

import org.jspecify.annotations.NullMarked;
