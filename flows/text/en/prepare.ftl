# Prepare documents: the documents of a service, made ready before an application.

button-prepare = Prepare documents
button-upload-help = Upload failed

## The service and its documents

prepare-title = prepare documents
prepare-login-first = Documents are kept in your name, so please log in first. No account yet? Register first.
prepare-service = For which service do you want to prepare documents?
# $service
prepare-nothing = For { $service } there are no documents to prepare here.
# $service, $list
prepare-document =
    { "*" }Documents for { $service }*
    { $list }

    Choose a document. When it is enough, choose Finished.
# $document, $need: required, optional; $files (number)
prepare-row =
    { $files ->
        [0] ☐ { $document }
       *[other] ✓ { $document }
    } ({ $need ->
        [required] required
       *[optional] not required
    })
# $note
prepare-row-note = {"   "}{ $note }
# $file
prepare-row-file = {"   "}– { $file }
# $name, $date, $page (number), $remark: empty, or " – …"
prepare-file = { $name }, date { $date }, sheet { $page }{ $remark }
prepare-finish = Finished
# $service, $missing (a line for each document), $left (number), $instead
prepare-done =
    { $left ->
        [0] ✓ All required documents for { $service } are there.
       *[other] Your documents for { $service } are kept. Required and not there yet:
    }
    { $missing }
    They have not been sent to the office. { $instead }
# $document
prepare-missing = – { $document }

## One document. $service, $row
prepared-document-action =
    { "*" }{ $service }*
    { $row }

    What would you like to do with this document?
# $n, $many (numbers)
prepare-add = Add a file
prepare-example = See example
prepare-list = List of documents
prepare-view =
    { $many ->
        [1] View
       *[other] View { $n }
    }
prepare-delete =
    { $many ->
        [1] Delete
       *[other] Delete { $n }
    }
# $file
prepared-document-sure =
    Delete this file?
    { $file }
    A file that is deleted cannot be brought back.
prepared-document-erased = ✓ The file is deleted.
prepared-document-left = All right, the file stays.

## Adding a file

add-document-title = add a file
# $service, $document, $nik (masked), $name
add-document-head =
    { "*" }Add a file*
    Service: { $service }
    Document: { $document }
    NIK: { $nik }
    Full name: { $name }
# $document, $types
add-document-file = Send a photo of { $document } now. A file is fine too: { $types }.
# $document, $service, $days (number)
add-document-saved =
    ✓ { $document } is kept among the documents for { $service }.
    They are kept for { $days } days after the last file was added, then deleted.
add-document-full = One document can have at most 20 files. Delete a file that you do not need, then add again.
add-document-not-saved = Sorry, that file could not be saved: it is not there any more. Send it once more with Add a file. If that fails too, open the help Upload failed.
add-document-logged-out = Your login has ended, so that file was not saved. Log in again, then add the file.
add-document-see-help = Still no success? Open the help Upload failed, or write UPLOAD FAILED.

## Help

upload-help-title = upload failed
upload-help-causes =
    { "*" }Upload failed*
    A file is usually refused for one of these reasons:

    1. The file is too large. Scan again at a lower DPI, such as 200 or 150. Or send it as an ordinary photo, not as a document.
    2. The file has the wrong extension. Use jpg, jpeg, png or jfif.
    3. The file holds harmful code. Do not use suspicious apps. Take the photo again with the phone's camera, so that a new file is made.

    Then send it again. We keep no file that is refused.
