/*
 * PostgreSQL's data definition language, as far as its structure says something to ddlint. Expressions and bodies are
 * skimmed as ranges of tokens; JSqlParser reads them when a rule asks. The statement's kind is known before a rule here
 * is entered (StatementReader), so that nearly every decision needs one token. Manual: part VI, SQL Commands.
 */
parser grammar PostgresDdl;

options { tokenVocab = SqlLexer; }

// ---------------------------------------------------------------- tables

createTable
  : CREATE persistence? FOREIGN? TABLE ifNotExists? name=qualifiedName
    ( PARTITION OF parent=qualifiedName elements? partitionBound
    | OF rowType=qualifiedName elements?
    | elements
    )?
    tableTail* (AS query)? EOF
  ;

persistence : (LOCAL | GLOBAL)? (TEMPORARY | TEMP) | UNLOGGED ;
ifNotExists : IF NOT EXISTS ;
ifExists    : IF EXISTS ;

elements : LPAREN (element (COMMA element)*)? RPAREN ;
element  : tableConstraint | like | column ;
like     : LIKE qualifiedName likeOption* ;
likeOption : (INCLUDING | EXCLUDING) (ident | ALL) ;

tableTail
  : INHERITS LPAREN qualifiedName (COMMA qualifiedName)* RPAREN
  | PARTITION BY ident partitionKeys
  | USING ident
  | WITH settings
  | WITHOUT ident
  | ON COMMIT (DELETE ROWS | ident ROWS | DROP)
  | TABLESPACE ident
  | SERVER ident
  | OPTIONS group
  ;
partitionKeys  : LPAREN indexKey (COMMA indexKey)* RPAREN ;
partitionBound : FOR VALUES (FROM group TO group | IN group | WITH group) | DEFAULT ;

settings : LPAREN setting (COMMA setting)* RPAREN ;
setting  : settingKey (DOT settingKey)? (EQUAL settingKeyValue)? ;
settingKey  : ident | reserved ;
settingKeyValue : (PLUS | MINUS)? NUMBER | STRING | ESCAPE_STRING | ident | reserved ;

column
  : ident (typeName | WITH OPTIONS)? columnPart*
  ;
columnPart
  : COLLATE qualifiedName
  | STORAGE storageKind
  | COMPRESSION (ident | DEFAULT)
  | OPTIONS group
  | (CONSTRAINT ident)? columnConstraint
  | constraintAttribute
  ;
storageKind : ident | DEFAULT ;
columnConstraint
  : NOT NULL noInherit?                                                            # notNull
  | NULL                                                                           # null
  | DEFAULT columnExpression                                                       # default
  | CHECK group noInherit?                                                         # check
  | UNIQUE nullsDistinct? indexParameters                                          # unique
  | PRIMARY KEY indexParameters                                                    # primary
  | references                                                                     # foreign
  | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY sequenceGroup?                     # identity
  | GENERATED ALWAYS AS group (STORED | VIRTUAL)?                                  # generated
  ;
noInherit     : NO INHERIT ;
nullsDistinct : NULLS NOT? DISTINCT ;
indexParameters : include? (WITH settings)? (USING INDEX TABLESPACE ident)? ;
include       : INCLUDE columnList ;
sequenceGroup : LPAREN sequenceOption* RPAREN ;

constraintAttribute
  : NOT DEFERRABLE | DEFERRABLE | INITIALLY DEFERRED | INITIALLY ident | NOT VALID | NOT ENFORCED | ENFORCED
  ;

tableConstraint : (CONSTRAINT ident)? tableConstraintBody constraintAttribute* ;
tableConstraintBody
  : CHECK group noInherit?                                                         # tableCheck
  | UNIQUE nullsDistinct? keyColumns indexParameters                               # tableUnique
  | UNIQUE USING INDEX ident                                                       # uniqueUsingIndex
  | PRIMARY KEY keyColumns indexParameters                                         # tablePrimary
  | PRIMARY KEY USING INDEX ident                                                  # primaryUsingIndex
  | FOREIGN KEY foreignColumns references                                          # tableForeign
  | EXCLUDE (USING ident)? LPAREN exclusion (COMMA exclusion)* RPAREN indexParameters (WHERE group)?  # tableExclusion
  | NOT NULL ident noInherit?                                                      # tableNotNull
  ;
keyColumns     : LPAREN ident (COMMA ident)* (WITHOUT overlaps=ident)? RPAREN ;
foreignColumns : LPAREN ident (COMMA ident)* (COMMA PERIOD ident)? RPAREN ;
exclusion      : indexKey WITH (operatorSymbol+ | OPERATOR group) ;
operatorSymbol : SYMBOL | EQUAL | STAR | PLUS | MINUS | PERCENT ;
references
  : REFERENCES qualifiedName referencedColumns? (MATCH matchKind)? referentialAction*
  ;
referencedColumns : LPAREN ident (COMMA ident)* (COMMA PERIOD ident)? RPAREN ;
matchKind : FULL | PARTIAL | SIMPLE ;
referentialAction
  : ON (DELETE | UPDATE) (NO ACTION | RESTRICT | CASCADE | SET NULL columnList? | SET DEFAULT columnList?)
  ;
columnList : LPAREN ident (COMMA ident)* RPAREN ;

// ---------------------------------------------------------------- ALTER

alterTable
  : ALTER relationKind ifExists? ONLY? name=qualifiedName STAR?
    ( RENAME (COLUMN? from=ident | ATTRIBUTE from=ident | CONSTRAINT constraint=ident) TO to=ident dropBehavior?
    | RENAME TO to=ident
    | SET SCHEMA schema=ident
    | tableAction (COMMA tableAction)*
    ) EOF
  ;
relationKind : FOREIGN? TABLE | INDEX | MATERIALIZED? VIEW | SEQUENCE | TYPE ;

tableAction
  : ADD tableConstraint                                                            # addConstraint
  | ADD (COLUMN | ATTRIBUTE)? ifNotExists? column dropBehavior?                    # addColumn
  | DROP CONSTRAINT ifExists? ident dropBehavior?                                  # dropConstraint
  | DROP (COLUMN | ATTRIBUTE)? ifExists? ident dropBehavior?                       # dropColumn
  | ALTER CONSTRAINT ident (constraintAttribute+ | NO? INHERIT)                    # alterConstraint
  | ALTER (COLUMN | ATTRIBUTE)? (ident | NUMBER) columnAction                      # alterColumn
  | VALIDATE CONSTRAINT ident                                                      # validateConstraint
  | ATTACH PARTITION qualifiedName partitionBound?                                 # attachPartition
  | DETACH PARTITION qualifiedName (CONCURRENTLY | FINALIZE)?                      # detachPartition
  | (ENABLE | DISABLE) ROW ident SECURITY                                          # switchRowSecurity
  | NO? FORCE ROW ident SECURITY                                                   # forceRowSecurity
  | (ENABLE (ALWAYS | REPLICA)? | DISABLE) (TRIGGER (ident | ALL | USER) | RULE ident)  # switchTrigger
  | NO? INHERIT qualifiedName                                                      # inherit
  | OF qualifiedName                                                               # ofType
  | NOT OF                                                                         # notOf
  | OWNER TO role                                                                  # ownerTo
  | SET settings                                                                    # setOptions
  | RESET settings                                                                  # resetOptions
  | SET (LOGGED | UNLOGGED)                                                        # setLogged
  | SET TABLESPACE ident NOWAIT?                                                   # setTablespace
  | SET ACCESS ident (ident | DEFAULT)                                             # setAccessMethod
  | CLUSTER ON ident                                                               # clusterOn
  | SET WITHOUT ident                                                              # setWithout
  | REPLICA IDENTITY (FULL | NOTHING | DEFAULT | USING INDEX ident)                # replicaIdentity
  | OPTIONS group                                                                  # foreignOptions
  ;
columnAction
  : (SET DATA)? TYPE typeName (COLLATE qualifiedName)? (USING expression)? dropBehavior?  # setType
  | SET DEFAULT expression                                                         # setDefault
  | DROP DEFAULT                                                                   # dropDefault
  | SET NOT NULL                                                                   # setNotNull
  | DROP NOT NULL                                                                  # dropNotNull
  | ADD GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY sequenceGroup?                 # addIdentity
  | identityChange+                                                                # setIdentity
  | DROP IDENTITY ifExists?                                                        # dropIdentity
  | SET EXPRESSION AS group                                                        # setExpression
  | DROP EXPRESSION ifExists?                                                      # dropExpression
  | SET STATISTICS (MINUS? NUMBER | DEFAULT)                                       # setStatistics
  | SET STORAGE storageKind                                                        # setStorage
  | SET COMPRESSION (ident | DEFAULT)                                              # setCompression
  | (SET | RESET) settings                                                          # setColumnOptions
  | OPTIONS group                                                                  # columnForeignOptions
  ;
identityChange : SET GENERATED (ALWAYS | BY DEFAULT) | SET sequenceOption | RESTART (WITH? signedNumber)? ;

alterSequence
  : ALTER SEQUENCE ifExists? name=qualifiedName sequenceOption+ EOF
  ;
alterType
  : ALTER TYPE name=qualifiedName
    ( ADD VALUE ifNotExists? value=string ((BEFORE | AFTER) neighbor=string)?
    | RENAME VALUE from=string TO renamed=string
    ) EOF
  ;
alterDomain
  : ALTER DOMAIN name=qualifiedName
    ( SET DEFAULT expression
    | DROP DEFAULT
    | SET NOT NULL
    | DROP NOT NULL
    | ADD (CONSTRAINT ident)? (CHECK group | NOT NULL) (NOT VALID)?
    | DROP CONSTRAINT ifExists? ident dropBehavior?
    | RENAME CONSTRAINT from=ident TO to=ident
    | VALIDATE CONSTRAINT ident
    ) EOF
  ;
alterPolicy
  : ALTER POLICY policyName=ident ON table=qualifiedName
    ( RENAME TO to=ident | (TO roles)? (USING group)? (WITH CHECK group)? ) EOF
  ;
// RENAME, SET SCHEMA and OWNER TO of objects that hold no columns.
alterObject
  : ALTER objectKind ifExists? name=qualifiedName (signature=group)? (ON table=qualifiedName)? (USING ident)?
    ( RENAME TO to=ident | SET SCHEMA schema=ident | OWNER TO role ) EOF
  ;

// ---------------------------------------------------------------- indexes

createIndex
  : CREATE UNIQUE? INDEX concurrently=CONCURRENTLY? (ifNotExists? name=ident)? ON ONLY? table=qualifiedName
    (USING method=ident)? LPAREN indexKey (COMMA indexKey)* RPAREN include? nullsDistinct?
    (WITH settings)? (TABLESPACE tablespace=ident)? (WHERE expression)? EOF
  ;
indexKey
  : (keyFunction | ident | group) (COLLATE collation=qualifiedName)? (operatorClass=qualifiedName group?)?
    (ASC | DESC)? (NULLS (FIRST | LAST))?
  ;
keyFunction : qualifiedName group | CAST group ;

// ---------------------------------------------------------------- DROP

drop
  : DROP objectKind CONCURRENTLY? ifExists? dropTarget (COMMA dropTarget)* dropBehavior? (WITH? group)? EOF
  ;
dropTarget
  : qualifiedName arguments? (ON table=qualifiedName)?
  ;
dropBehavior : CASCADE | RESTRICT ;
arguments    : LPAREN (argument (COMMA argument)*)? RPAREN | PARENS ;

objectKind
  : FOREIGN? TABLE | INDEX | MATERIALIZED? VIEW | SEQUENCE | TYPE | DOMAIN | SCHEMA | DATABASE | FUNCTION | PROCEDURE
  | ROUTINE | TRIGGER | POLICY | RULE | EXTENSION | ROLE | SERVER | STATISTICS | LANGUAGE | TABLESPACE
  | WORD // AGGREGATE, COLLATION, PUBLICATION ...
  ;

// ---------------------------------------------------------------- types, domains, sequences

createEnum      : CREATE TYPE qualifiedName AS ENUM LPAREN (string (COMMA string)*)? RPAREN EOF ;
createComposite : CREATE TYPE qualifiedName AS LPAREN (column (COMMA column)*)? RPAREN EOF ;
createOtherType : CREATE TYPE qualifiedName (AS RANGE group | group)? EOF ;
createDomain    : CREATE DOMAIN qualifiedName AS? typeName columnPart* EOF ;
createSequence  : CREATE persistence? SEQUENCE ifNotExists? qualifiedName sequenceOption* EOF ;
sequenceOption
  : AS typeName
  | INCREMENT BY? signedNumber
  | (MINVALUE | MAXVALUE) signedNumber
  | NO (MINVALUE | MAXVALUE | CYCLE)
  | START WITH? signedNumber
  | RESTART (WITH? signedNumber)?
  | CACHE signedNumber
  | CYCLE
  | OWNED BY qualifiedName
  | SEQUENCE ident qualifiedName
  ;
signedNumber : (PLUS | MINUS)? NUMBER ;

// ---------------------------------------------------------------- views

createView
  : CREATE (OR REPLACE)? persistence? RECURSIVE? VIEW name=qualifiedName columnList? (WITH settings)? AS query
    EOF
  ;
createMaterializedView
  : CREATE UNLOGGED? MATERIALIZED VIEW ifNotExists? name=qualifiedName columnList? (USING ident)? (WITH settings)?
    (TABLESPACE ident)? AS query EOF
  ;
refresh  : REFRESH MATERIALIZED VIEW CONCURRENTLY? qualifiedName withData? EOF ;
withData : WITH NO? DATA ;

// ---------------------------------------------------------------- functions, triggers, policies

createFunction
  : CREATE (OR REPLACE)? (FUNCTION | PROCEDURE) name=qualifiedName parameters
    (RETURNS (typeName | TABLE LPAREN parameter (COMMA parameter)* RPAREN))? functionOption* EOF
  ;
parameters : LPAREN (parameter (COMMA parameter)*)? RPAREN ;
parameter  : argument ((DEFAULT | EQUAL) columnExpression)? ;
argument   : (IN OUT? | OUT | INOUT | VARIADIC)? (parameterName typeName | typeName) ;
parameterName : ident ;
functionOption
  : LANGUAGE (ident | string)
  | AS body=string (COMMA string)?
  | RETURN expression
  | BEGIN ATOMIC atomicBody
  | IMMUTABLE | STABLE | VOLATILE | STRICT | NOT? LEAKPROOF | WINDOW
  | CALLED ON NULL INPUT
  | RETURNS NULL ON NULL INPUT
  | EXTERNAL? SECURITY (DEFINER | INVOKER)
  | PARALLEL ident
  | (COST | ROWS) NUMBER
  | SUPPORT qualifiedName
  | ident FOR TYPE typeName (COMMA FOR TYPE typeName)*
  | SET functionSetting
  ;
atomicBody      : (SEMI | ~SEMI)+ ;
functionSetting : settingName ((TO | EQUAL) settingValue (COMMA settingValue)* | FROM ident) ;

createTrigger
  : CREATE (OR REPLACE)? CONSTRAINT? TRIGGER ident timing triggerEvent (OR triggerEvent)* ON table=qualifiedName
    definition EOF
  ;
timing       : BEFORE | AFTER | INSTEAD OF ;
triggerEvent : INSERT | DELETE | TRUNCATE | UPDATE (OF ident (COMMA ident)*)? ;
// No dot stands first, so that one token tells where the table's name ends (and every other qualified name).
definition   : ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | DOT) definitionPart* ;
definitionPart : group | bracket | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS) ;

createPolicy
  : CREATE POLICY policyName=ident ON table=qualifiedName (AS (PERMISSIVE | RESTRICTIVE))?
    (FOR command=(ALL | SELECT | INSERT | UPDATE | DELETE))? (TO roles)? (USING group)? (WITH CHECK group)? EOF
  ;
roles : role (COMMA role)* ;
role  : GROUP? ident ;

// ---------------------------------------------------------------- privileges, comments, the rest

privileges
  : (GRANT | REVOKE ((GRANT | ident) OPTION FOR)?) privilege (COMMA privilege)*
    (ON privilegeTarget)? (TO | FROM) roles (WITH (ident | reserved)+)? (GRANTED BY role)? dropBehavior? EOF
  ;
privilege : (ALL PRIVILEGES? | SELECT | INSERT | UPDATE | DELETE | TRUNCATE | REFERENCES | TRIGGER | EXECUTE | CREATE
    | ALTER SYSTEM | SET | TEMPORARY | TEMP | ident) columnList? ;
privilegeTarget
  : ALL (TABLES | SEQUENCES | FUNCTIONS | PROCEDURES | ROUTINES) IN SCHEMA ident (COMMA ident)*
  | objectKind grantObject (COMMA grantObject)*
  | FOREIGN (ident ident | SERVER) ident (COMMA ident)*
  | qualifiedName (COMMA qualifiedName)*
  ;
grantObject : qualifiedName arguments? ;
defaultPrivileges
  : ALTER DEFAULT PRIVILEGES (FOR (ROLE | USER) roles | IN SCHEMA schemas+=ident (COMMA schemas+=ident)*)*
    (GRANT | REVOKE (GRANT OPTION FOR)?) privilege (COMMA privilege)* ON (TABLES | SEQUENCES | FUNCTIONS | ROUTINES | TYPES
    | SCHEMAS) (TO | FROM) roles (WITH GRANT OPTION)? dropBehavior? EOF
  ;
createExtension
  : CREATE EXTENSION ifNotExists? ident WITH? (SCHEMA schema=ident | ident (ident | string) | CASCADE)* EOF
  ;
truncate : TRUNCATE TABLE? ONLY? qualifiedName STAR? (COMMA ONLY? qualifiedName STAR?)* (RESTART IDENTITY | ident IDENTITY)?
    dropBehavior? EOF ;
lock     : LOCK TABLE? ONLY? qualifiedName STAR? (COMMA ONLY? qualifiedName STAR?)* (IN ident+ MODE)? NOWAIT? EOF ;
reindex  : REINDEX group? (TABLE | INDEX | SCHEMA | DATABASE | SYSTEM) CONCURRENTLY? qualifiedName? EOF ;
cluster  : CLUSTER group? ident? (qualifiedName (USING ident | ON ident)?)? EOF ;
// Only the head: the statements inside are read one by one.
createSchema : CREATE SCHEMA ifNotExists? (name=ident)? (AUTHORIZATION role)? EOF ;
settingName  : ident (DOT ident)? ;
settingValue : signedNumber | string | ident | DEFAULT | ON ;

// ---------------------------------------------------------------- names and types

qualifiedName : ident (DOT anyName)* ;
anyName       : ident | reserved ; // after a dot every keyword is a name

typeName : SETOF? typeBody arrayMark* ;
arrayMark : LBRACKET NUMBER? RBRACKET | ARRAY (LBRACKET NUMBER RBRACKET)? ;
typeBody
  : DOUBLE PRECISION
  | NATIONAL? (CHARACTER | CHAR | NCHAR) VARYING? typeModifiers?
  | VARCHAR typeModifiers?
  | BIT VARYING? typeModifiers?
  | (TIME | TIMESTAMP) typeModifiers? timeZone?
  | INTERVAL intervalFields? typeModifiers?
  | (NUMERIC | DECIMAL | DEC) typeModifiers?
  | typeIdent (DOT anyName)* typeModifiers? (PERCENT TYPE)?
  ;
timeZone       : (WITH | WITHOUT) TIME ZONE ;
intervalFields : WORD (TO WORD)? ;
typeModifiers  : LPAREN typeModifier (COMMA typeModifier)* RPAREN | PARENS ;
typeModifier   : (MINUS? NUMBER | string | ident) ;

// Names: everything but PostgreSQL's reserved words (manual, appendix C).
ident     : typeIdent | builtinType ;
builtinType : BIT | CHAR | CHARACTER | DEC | DECIMAL | INTERVAL | NATIONAL | NCHAR | NUMERIC | PRECISION | SETOF | TIME
  | TIMESTAMP | VARCHAR | INOUT | OUT | ROW | EXISTS | VALUES ;
typeIdent : WORD | QUOTED | unreserved ;
unreserved
  : ACCESS | ACTION | ADD | AFTER | ALTER | ALWAYS | ATOMIC | ATTACH | ATTRIBUTE | AUTHORIZATION | BEFORE | BEGIN | BY
  | CACHE | CALL | CALLED | CASCADE | CLUSTER | COMMENT | COMMIT | COMPRESSION | CONCURRENTLY | CONSTRAINTS | COPY | COST
  | CYCLE | DATA | DATABASE | DEFAULTS | DEFERRED | DEFINER | DELETE | DETACH | DISABLE | DOMAIN | DOUBLE | DROP | EACH
  | ELSIF | ENABLE | ENFORCED | ENUM | EXCEPTION | EXCLUDE | EXCLUDING | EXECUTE | EXPRESSION | EXTENSION | EXTERNAL
  | FINALIZE | FIRST | FORCE | FULL | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | HASH | IDENTITY | IF
  | IMMUTABLE | INCLUDE | INCLUDING | INCREMENT | INDEX | INHERIT | INHERITS | INPUT | INSERT | INSTEAD | INVOKER | IS
  | KEY | LANGUAGE | LAST | LEAKPROOF | LIST | LOCAL | LOCK | LOGGED | LOOP | MATCH | MATERIALIZED | MAXVALUE | MERGE
  | MINVALUE | MODE | NO | NOTHING | NOWAIT | NULLS | OF | OPERATOR | OPTION | OPTIONS | OTHERS | OWNED | OWNER | PARALLEL
  | PARTIAL | PARTITION | PERIOD | PERMISSIVE | POLICY | PRIVILEGES | PROCEDURE | PROCEDURES | RANGE | RECURSIVE | REFRESH
  | REINDEX | RENAME | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RESTRICTIVE | RETURN | RETURNS | REVOKE | ROLE
  | ROUTINE | ROUTINES | ROWS | RULE | SCHEMA | SCHEMAS | SECURITY | SEQUENCE | SEQUENCES | SERVER | SESSION | SET | SIMPLE
  | STABLE | START | STATEMENT | STATISTICS | STORAGE | STORED | STRICT | SUPPORT | SYSTEM | TABLES | TABLESPACE | TEMP
  | TEMPORARY | TRIGGER | TRUNCATE | TYPE | TYPES | UNLOGGED | UPDATE | VALID | VALIDATE | VALUE | VIEW | VIRTUAL
  | VOLATILE | WHILE | WITHIN | WITHOUT | ZONE
  ;
reserved
  : ALL | AND | ANY | ARRAY | AS | ASC | CASE | CAST | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE | DEFAULT | DEFERRABLE
  | DESC | DISTINCT | DO | ELSE | END | FOR | FOREIGN | FROM | GRANT | GROUP | IN | INITIALLY | INTO | LIKE | NOT | NULL | ON | ONLY
  | OR | PRIMARY | REFERENCES | SELECT | TABLE | THEN | TO | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE | WINDOW | WITH
  ;
string : (STRING | ESCAPE_STRING | DOLLAR_STRING) STRING* ; // strings on following lines continue the first

// ---------------------------------------------------------------- skimmed parts

group   : LPAREN (group | bracket | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS))* RPAREN | PARENS ;
bracket : LBRACKET (group | bracket | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS))* RBRACKET ;

// Up to the next comma or the end of the statement.
expression     : expressionPart+ ;
expressionPart : group | bracket | DOT ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | COMMA)
  | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | COMMA | DOT
    // Reserved words that no expression holds outside of parentheses: a semicolon was forgotten before them.
    | AS | ASC | CHECK | COLUMN | CONSTRAINT | CREATE | DEFAULT | DEFERRABLE | DESC | DO | FOREIGN | GRANT | INITIALLY | INTO
    | ONLY | PRIMARY | REFERENCES | SELECT | TABLE | UNIQUE | USING | WHERE | WINDOW)
  ;

// After DEFAULT on a column: ends where the next constraint begins (PostgreSQL's b_expr). A constant NULL or NOT may only
// stand first, for behind an operand they begin a constraint.
columnExpression
  : (NOT | NULL | columnExpressionPart) columnExpressionPart*
  ;
columnExpressionPart
  : CASE (group | bracket | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | END))+ END
  | group | bracket | IS NOT? DISTINCT | DOT ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | COMMA)
  | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS | COMMA | DOT | CASE | NOT | NULL | IS | COLLATE | GENERATED
    | AS | ASC | CHECK | COLUMN | CONSTRAINT | CREATE | DEFAULT | DEFERRABLE | DESC | DO | FOREIGN | GRANT | INITIALLY | INTO
    | ONLY | PRIMARY | REFERENCES | SELECT | TABLE | UNIQUE | USING | WHERE | WINDOW)
  ;

// Up to the end of the statement; WITH DATA and WITH CHECK OPTION are cut off afterwards.
query : (group | bracket | ~(LPAREN | RPAREN | LBRACKET | RBRACKET | PARENS))+ ;
