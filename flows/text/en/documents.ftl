# Photos and files: how they were judged, the one thing to put right, and what to send next.

## Asked for
field-document-none = We need the photo here. Tap 📎 or the camera, then choose the photo.
field-document-none-pdf = We need a PDF file here. Tap 📎, choose Document, then choose the file.
# $document
field-document-send = Please send { $document }.
field-document-example-shown = This is an example. Send yours like this: whole, bright and easy to read.
# $n (number)
field-document-replacing = Send the photo that takes the place of page { $n }.

## Verdict
# $pages (number), $verdict: good, fault, undecided
field-document-received =
    ✓ { $pages ->
        [1] received
       *[other] { $pages } pages received
    }{ $verdict ->
        [good] {""}
       *[other] , an officer will judge
    }
# $same: nik, kk, no
field-document-good =
    ✓ The photo is clear{ $same ->
        [nik] , and the NIK matches
        [kk] , and the KK number matches
       *[other] {""}
    }.
field-document-officer = ✓ We have received it. An officer will judge it.

## One thing that is wrong, and one way to put it right. $document
field-document-fault-dark = The photo is too dark. Take it again near a window or turn on a lamp, without flash.
field-document-fault-blurred = The photo is blurred. Hold the phone with both hands, tap the text on the screen, then take it again.
field-document-fault-glare = A reflection covers some text. Tilt the document a little, then take it again without flash.
field-document-fault-cut-off = Part of it is cut off. Take it again so that all four corners can be seen.
field-document-fault-too-small = The text is too small to read. Move closer until the document fills the screen, then take it again.
field-document-fault-wrong-document = This looks like another document. Send a photo of { $document }.
field-document-fault-no-document = We see no document in that photo. Send a photo of { $document }, whole and upright.
field-document-expired = This { $document } has expired. Send one that is still valid.
field-document-expired-taken = ✓ We can read it, but this { $document } has expired. We need the letter of its renewal.

## Compared with what was typed. $what: nik, kk, name, address; $typed, $read: only where they differ
field-document-differs =
    { $what ->
        [nik] The NIK in the photo is not the one you typed. Please look again:
        [kk] The KK number in the photo is not the one you typed. Please look again:
        [address] The address in the photo seems different from what you gave. Please have a look:
       *[name] The name in the photo seems a little different from what you typed. Please have a look:
    }
    { $typed } (typed)
    { $read } (in the photo)
# $document
field-document-differs-unread =
    { $what ->
        [nik] We did not find the NIK that you typed on that { $document }. Please look again.
        [kk] We did not find the KK number that you typed on that { $document }. Please look again.
       *[name] We did not find the name that you typed on that { $document }. Please have a look.
    }

## Several pages
# $pages (number)
field-document-sheets =
    We have { $pages } pages. Is there another page? Send its photo. If not, choose That is all.
    A mistake? Write for example delete 2 or replace 2.
# $n (number), $why
field-document-page-wrong = Photo { $n }: { $why }
# $max, $over (numbers)
field-document-over = At most { $max } pages are possible here. We did not take the last { $over }.

## Earlier documents
# $document, $list
field-document-earlier =
    You have sent { $document } before:
    { $list }
    Use that, or send a new one?
# $n (number), $name, $date, $sheet (number)
field-document-earlier-row = { $n }. { $name }, dated { $date }, sheet { $sheet }

## Choices. $n (number), $many: how many earlier documents, $what
field-document-choose-done = That is all
field-document-choose-add = Add a page
field-document-choose-delete = Delete page { $n }
field-document-choose-replace = Replace page { $n }
field-document-choose-anyway = Send anyway, an officer will judge
field-document-choose-example = See example
field-document-choose-fix =
    { $what ->
        [nik] Correct the NIK
        [kk] Correct the KK number
        [address] Correct the address
       *[name] Correct the name
    }
field-document-choose-other = Another photo
field-document-choose-sure = It is right, go on
field-document-choose-old = Earlier documents
field-document-choose-new = Upload new
field-document-choose-use =
    { $many ->
        [1] Use this
       *[other] Use number { $n }
    }
field-document-choose-view =
    { $many ->
        [1] Enlarge
       *[other] Enlarge { $n }
    }

## Filled in from a photo
# $rows
field-photo-read =
    In that photo we read:
    { $rows }

    Is it right? Everything can still be changed at the end.
# $label, $value
field-photo-row = { $label }: { $value }
field-photo-yes = Yes, it is right
field-photo-no = No, I will type
field-photo-other = Another photo
field-photo-unread = We keep the photo, but could not read the NIK. Just type the 16 digits of your NIK.
field-photo-typed = All right, we still use the photo. Now type the 16 digits of your NIK.
field-photo-or-type = You may also just type the 16 digits of your NIK.

## Files that are not kept: why, and what to send. $max (MB), $pages, $types
field-document-empty = That file is empty (0 bytes). Open it on your phone to be sure, then send it again.
field-document-too-large = That file is too large: at most { $max } MB. Send it as an ordinary photo, or scan it again at a lower DPI, for example 200 or 150.
field-document-pixels = That picture is too large to open (too many pixels). Take the photo again with the phone's camera and send it.
field-document-type = That file extension does not fit. Send a { $types } file, for example a photo straight from the camera.
field-document-svg = An SVG is a computer drawing, not a photo. Send a photo of the real document ({ $types }).
field-document-pdf = We need a photo here, not a PDF. Take a photo of the document and send it.
field-document-pdf-only = We need a PDF file here, at most { $max } MB. Scan the document to a PDF, then send it as a document.
field-document-app = For safety we do not open apps, archives or web files. Please send a { $types } file.
field-document-not-an-image = What is in that file is no picture, though its name may say so. Send a photo of the document ({ $types }).
field-document-damaged = That picture is damaged or came only in part. Open it on your phone to be sure, then send it again.
field-document-pdf-active = That PDF holds a program or attachments, so we did not keep it. Print or scan it to an ordinary PDF, then send it.
field-document-pdf-encrypted = That PDF has a password. Save it again without one, then send it.
field-document-pdf-damaged = That PDF is damaged or came only in part. Open it on your phone to be sure, then send it again.
field-document-pages = That file has too many pages: at most { $pages }. Send only the pages that are needed.
field-document-malware = That file holds harmful code, so we did not keep it. Do not use suspicious apps: take the photo again with the phone's camera, so that it is a new file, then send it.
field-document-timeout = That file took too long to open. Take the photo again with the phone's camera and send it as an ordinary photo.
field-document-unavailable = We can no longer fetch that file. Please send it once more; nothing else need be repeated.
field-document-undecided = We could not check that file because of a fault on our side. Sorry: please send it again; your other answers are kept.
