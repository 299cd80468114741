// The words of the Prisma schema language. Keywords are no tokens: a field may be called `model`, so the
// reader decides by place. Offsets are UTF-16 code units (Utf16CharStream).
lexer grammar PrismaLexer;

NEWLINE : '\r'? '\n' | '\r' ;
SPACE : [\p{Zs}\t\uFEFF]+ -> skip ;

DOCUMENTATION : '///' ~[\r\n]* -> channel(HIDDEN) ;
LINE_COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
// One that is never closed reaches to the end of the file; the reader says so.
BLOCK_COMMENT : '/*' .*? ('*/' | EOF) -> channel(HIDDEN) ;

AT_AT : '@@' ;
AT : '@' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
COMMA : ',' ;
COLON : ':' ;
DOT : '.' ;
EQUALS : '=' ;
QUESTION_MARK : '?' ;
EXCLAMATION_MARK : '!' ;

NUMBER : '-'? [0-9]+ ('.' [0-9]+)? ;
WORD : [A-Za-z0-9_] [A-Za-z0-9_-]* ;

STRING : '"' CHARACTER* '"' ;
UNCLOSED_STRING : '"' CHARACTER* ;
fragment CHARACTER : ~["\\\r\n] | '\\' ~[\r\n] ;

// What no line may hold. A run of characters outside ASCII is one token, so that no surrogate pair is cut.
OTHER : [\u0080-\uFFFF]+ | . ;
