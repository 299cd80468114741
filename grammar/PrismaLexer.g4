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
WORD : LETTER (LETTER | '-')* ;
// Prisma takes any letter. Blocks of the plane that are letters in the main do: Unicode's exact sets would
// cost more at start-up than all else here.
fragment LETTER : [A-Za-z0-9_\u00C0-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFDFF] ;

STRING : '"' CHARACTER* '"' ;
UNCLOSED_STRING : '"' CHARACTER* ;
fragment CHARACTER : ~["\\\r\n] | '\\' ~[\r\n] ;

// What no line may hold. A run of characters outside ASCII is one token, so that no surrogate pair is cut.
OTHER : [\u0080-\uFFFF]+ | . ;
