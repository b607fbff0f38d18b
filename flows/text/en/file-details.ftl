# Date, sheet and note of a file.

# $date, $pages, $remark
field-details =
    Save it like this?
    Date of the document: { $date }
    Sheet: { $pages }
    Note: { $remark }
field-details-save = Save
field-details-change-date = Change date
field-details-change-page = Change sheet
field-details-change-remark = Note
field-details-same = Never mind
field-details-none = No note
field-details-date =
    On which date was the document printed or signed?
    Example: 17-08-2020
field-details-page =
    Which sheet is this file?
    Example: 2
field-details-remark =
    What is the note?
    Example: front page
field-details-page-unclear = Write only the number of the sheet, 1 to 99. Example: 2
field-details-unclear = Choose Save if it is right. To change something choose Change date, Change sheet or Note.
