// The lines of the Prisma schema language. A declaration stands on one line, so each of the first five rules
// reads one line; the reader splits the file into blocks and lines, and goes on at the next line after an error.
// Every decision needs one token. What the rules accept beyond Prisma (`@@` at a field, `[Type]`, `Type!`,
// `Type[]?`, `name: Type`, empty arguments) is refused by the tree builder, with advice.
parser grammar PrismaParser;

options { tokenVocab = PrismaLexer; }

blockHeader : WORD WORD LEFT_BRACE EOF ;
assignment : WORD EQUALS expression EOF ;
field : WORD COLON? fieldType attribute* EOF ;
enumValue : WORD attribute* EOF ;
blockAttribute : attribute EOF ;

fieldType
  : baseType (QUESTION_MARK | EXCLAMATION_MARK | LEFT_BRACKET RIGHT_BRACKET QUESTION_MARK?)?
  | LEFT_BRACKET baseType RIGHT_BRACKET
  ;

// A name, or Unsupported("text").
baseType : WORD (LEFT_PARENTHESIS STRING RIGHT_PARENTHESIS)? ;

attribute : (AT | AT_AT) path arguments? ;

arguments : LEFT_PARENTHESIS (argument (COMMA argument?)*)? RIGHT_PARENTHESIS ;

// `value`, or `name: value`; the name is an expression to the grammar so that one token decides.
argument : expression (COLON expression?)? ;

expression
  : path arguments?   # pathExpression
  | array             # arrayExpression
  | object            # objectExpression
  | NUMBER            # numberExpression
  | STRING            # stringExpression
  ;

array : LEFT_BRACKET (expression (COMMA expression)*)? RIGHT_BRACKET ;

// The predicate of a partial index: `where: { deletedAt: null }`.
object : LEFT_BRACE (member (COMMA member)*)? RIGHT_BRACE ;

member : WORD COLON expression ;

path : WORD (DOT WORD)* ;
