package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** One SQL statement. The span runs from its first token to its last, without the semicolon. */
public sealed interface Statement
    permits CreateTable, CreateTableAs, AlterTable, CreateIndex, Drop, Rename, SetSchema, ChangeOwner, CreateEnum,
    AddEnumValue, RenameEnumValue, CreateType, CreateDomain, AlterDomain, CreateSequence, AlterSequence, CreateView,
    RefreshMaterializedView, CreateFunction, CreateTrigger, CreatePolicy, AlterPolicy, Privileges, Comment, Transaction,
    SetVariable, DataStatement, Truncate, LockTable, Maintenance, DoBlock, CreateExtension, CreateSchema,
    OtherStatement,
    Unrecognized {

  Span span();
}
