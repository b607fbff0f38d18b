### The picture of a case that officers get, and what they are told about originals. English.

# $what, $submitted, $promised
case-picture-subtitle = { $what } · received { $submitted } · due { $promised }
case-picture-typed = Typed
case-picture-read = Read on the document
case-picture-unread = not readable
# $name, $sheet
case-picture-sheet = { $name }, page { $sheet }
# $name
case-picture-not-judged = { $name }: not checked by the machine. Look at the picture.
# $name, $fault
case-picture-fault =
    { $name }: { $fault ->
        [dark] dark; there is a brighter version.
        [blurred] blurred.
        [glare] glare on it.
        [cut-off] part of it is cut off.
        [too-small] its writing is small.
        [wrong-document] looks like another document.
       *[no-document] looks like no document at all.
    }
# $name
case-picture-good = { $name }: clearly readable.
# $name
case-picture-undecided = { $name }: the machine is not sure. Look at the picture.
# $name, $what
case-picture-differs =
    { $name }: { $what ->
        [nik] its NIK differs from what was typed.
        [kk] its KK number differs from what was typed.
       *[name] its name differs from what was typed.
    }
# $name
case-picture-expired = { $name }: it has expired.
# $name, $signature
case-picture-signature =
    { $name }: { $signature ->
        [none] no digital signature.
        [valid] digital signature intact. Its issuer is not checked.
        [valid-but-appended] something was added after signing. Check the original.
        [invalid] its content was changed after signing.
       *[unknown] it has a digital signature that cannot be checked here.
    }
# $face
case-picture-face =
    Face: { $face ->
        [alike] alike
       *[unclear] unclear, compare it yourself
    }. This is the machine’s hint, not a decision.

button-originals = Original files
# $number, $minutes (number), $rows
originals-links =
    The original files of case *{ $number }*, as the citizen sent them. Each link works once, for { $minutes } minutes, and opening it is recorded.
    { $rows }
# $name, $page
originals-row = { $name }: { $page }
# $number
originals-no-originals = Case { $number } has no PDF. The photos that you got in the chat are what is kept.

page-original-title = Original file
# $name
page-original-intro =
    This button downloads *{ $name }* as the citizen sent it, once only. Opening it is recorded.
    Do not keep or forward this file outside of your work.
page-original-button = Download now
page-original-gone-title = The file is not there any more
page-original-gone-text = That file was erased. Open the case again from QUEUE in the officers' chat.
