/*
 * The words of PostgreSQL's SQL (manual, section 4.1). Keywords are decided by a table in Java, as PostgreSQL's own
 * scanner does it, so this automaton stays small and starts fast. Operators are single characters here: nothing that
 * ddlint reads depends on where one operator ends and the next begins, and a comment may follow at once.
 */
lexer grammar SqlLexer;

options { superClass = SqlLexerBase; }

@header { import dev.ddlint.parse.SqlLexerBase; }

// Words that a rule of PostgresDdl names. A word that is not listed is a WORD.
tokens {
  ACCESS, ACTION, ADD, AFTER, ALL, ALTER, ALWAYS, AND, ANY, ARRAY, AS, ASC, ATOMIC, ATTACH, ATTRIBUTE, AUTHORIZATION,
  BEFORE, BEGIN, BIT, BY, CACHE, CALL, CALLED, CASCADE, CASE, CAST, CHAR, CHARACTER, CHECK, CLUSTER, COLLATE, COLUMN,
  COMMENT, COMMIT, COMPRESSION, CONCURRENTLY, CONSTRAINT, CONSTRAINTS, COPY, COST, CREATE, CYCLE, DATA, DATABASE, DEC,
  DECIMAL, DEFAULT, DEFAULTS, DEFERRABLE, DEFERRED, DEFINER, DELETE, DESC, DETACH, DISABLE, DISTINCT, DO, DOMAIN, DOUBLE,
  DROP, EACH, ELSE, ELSIF, ENABLE, END, ENFORCED, ENUM, EXCEPTION, EXCLUDE, EXCLUDING, EXECUTE, EXISTS, EXPRESSION,
  EXTENSION, EXTERNAL, FINALIZE, FIRST, FOR, FORCE, FOREIGN, FROM, FULL, FUNCTION, GENERATED, GLOBAL, GRANT, GRANTED, GROUP,
  HASH, IDENTITY, IF, IMMUTABLE, IN, INCLUDE, INCLUDING, INCREMENT, INDEX, INHERIT, INHERITS, INITIALLY, INOUT, INPUT,
  INSERT, INSTEAD, INTERVAL, INTO, INVOKER, IS, KEY, LANGUAGE, LAST, LEAKPROOF, LIKE, LIST, LOCAL, LOCK, LOGGED, LOOP,
  MATCH, MATERIALIZED, MAXVALUE, MERGE, MINVALUE, MODE, NATIONAL, NCHAR, NO, NOT, NOTHING, NOWAIT, NULL, NULLS, NUMERIC,
  OF, ON, ONLY, OPERATOR, OPTION, OPTIONS, OR, OTHERS, OUT, OWNED, OWNER, PARALLEL, PARTIAL, PARTITION, PERIOD,
  PERMISSIVE, POLICY, PRECISION, PRIMARY, PRIVILEGES, PROCEDURE, RANGE, RECURSIVE, REFERENCES, REFRESH, REINDEX, RENAME,
  REPLACE, REPLICA, RESET, RESTART, RESTRICT, RESTRICTIVE, RETURN, RETURNS, REVOKE, ROLE, ROUTINE, ROW, ROWS, RULE,
  SCHEMA, SECURITY, SELECT, SEQUENCE, SEQUENCES, FUNCTIONS, PROCEDURES, ROUTINES, TABLES, TYPES, SCHEMAS, SERVER, SESSION,
  SET, SETOF, SIMPLE, STABLE, START, STATEMENT, STATISTICS, STORAGE, STORED, STRICT, SUPPORT, SYSTEM, TABLE, TABLESPACE,
  TEMP, TEMPORARY, THEN, TIME, TIMESTAMP, TO, TRIGGER, TRUNCATE, TYPE, UNIQUE, UNLOGGED, UPDATE, USER, USING, VALID,
  VALIDATE, VALUE, VALUES, VARCHAR, VARIADIC, VARYING, VIEW, VIRTUAL, VOLATILE, WHEN, WHERE, WHILE, WINDOW, WITH, WITHIN,
  WITHOUT, ZONE,
  PARENS // a whole parenthesis that lies too deep to matter to the structure
}

SPACE         : [ \t\r\n\f\u000B\uFEFF]+ -> channel(HIDDEN) ;
LINE_COMMENT  : '--' ~[\r\n]* -> channel(HIDDEN) ;
BLOCK_COMMENT : '/*' { skimBlockComment(); } -> channel(HIDDEN) ;
PSQL_COMMAND  : '\\' ~[\r\n]* -> channel(HIDDEN) ;

WORD          : LETTER (LETTER | [0-9$])* ;
QUOTED        : ([uU] '&')? '"' (~'"' | '""')* '"' ;
STRING        : ([bBxXnN] | [uU] '&')? '\'' (~'\'' | '\'\'')* '\'' ;
ESCAPE_STRING : [eE] '\'' (~['\\] | '\\' . | '\'\'')* '\'' ;
DOLLAR_STRING : '$' (LETTER (LETTER | [0-9])*)? '$' { skimDollarString(); } ;
PARAMETER     : '$' [0-9]+ ;
NUMBER        : [0-9] [0-9_]* ('.' [0-9] [0-9_]*)? ([eE] [+\-]? [0-9]+)? | '.' [0-9]+ ([eE] [+\-]? [0-9]+)?
              | '0' [xXoObB] [0-9a-fA-F_]+ ;

UNTERMINATED  : ( ([uU] '&')? '"' (~'"' | '""')*
                | ([bBxXnN] | [uU] '&')? '\'' (~'\'' | '\'\'')*
                | [eE] '\'' (~['\\] | '\\' . | '\'\'')* '\\'?
                ) ;

LPAREN   : '(' ;
RPAREN   : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA    : ',' ;
SEMI     : ';' ;
DOT      : '.' ;
EQUAL    : '=' ;
STAR     : '*' ;
PERCENT  : '%' ;
PLUS     : '+' ;
MINUS    : '-' ;
TYPECAST : '::' ;
COLON    : ':' ;
SYMBOL   : [/<>~!@#^&|`?] ;
OTHER    : . ;

fragment LETTER : [a-zA-Z_\u0080-\uFEFE\uFF00-\uFFFF] ;
