"""Words that a language keeps for itself. A field or a part of a package that is one of them gets another name in that
language's generated code, or none at all.
"""

import keyword

# Lib/keyword.py of the Python that runs this: reserved, and those that are words of the language in places only.
PYTHON = {*keyword.kwlist, *keyword.softkwlist}

# The Go Programming Language Specification, "Keywords".
GO = set(
    """
    break case chan const continue default defer else fallthrough for func go goto if import interface map package range
    return select struct switch type var
    """.split()
)

# The Java Language Specification, 3.9 "Keywords" (the reserved ones) and the literals of 3.10.3 and 3.10.8. Contextual
# ones (record, with, permits, ...) are names like any other.
JAVA = set(
    """
    abstract assert boolean break byte case catch char class const continue default do double else enum extends final
    finally float for goto if implements import instanceof int interface long native new package private protected public
    return short static strictfp super switch synchronized this throw throws transient try void volatile while _
    true false null
    """.split()
)

# ECMA-262, 12.7.2 "Keywords and Reserved Words": reserved always, in strict mode, and in modules. TypeScript adds
# contextual ones only, which are names like any other.
TYPESCRIPT = set(
    """
    await break case catch class const continue debugger default delete do else enum export extends false finally for
    function if import in instanceof new null return super switch this throw true try typeof var void while with yield
    let static implements interface package private protected public
    """.split()
)

# The Rust Reference, "Keywords": strict, and reserved for later. Weak ones (union, safe, raw, ...) are names like any other.
RUST = set(
    """
    as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub
    ref return self Self static struct super trait true type unsafe use where while
    abstract become box do final gen macro override priv try typeof unsized virtual yield
    """.split()
)

# The Swift Programming Language, "Lexical Structure", "Keywords and Punctuation": those of declarations, statements,
# expressions, types and patterns; not those that are reserved in particular contexts only.
SWIFT = set(
    """
    associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private
    precedencegroup protocol public rethrows static struct subscript typealias var
    break case catch continue default defer do else fallthrough for guard if in repeat return switch throw where while
    Any as await catch false is nil rethrows self Self super throw throws true try _
    """.split()
)

LANGUAGES = {"Python": PYTHON, "Go": GO, "Java": JAVA, "TypeScript": TYPESCRIPT, "Rust": RUST, "Swift": SWIFT}
