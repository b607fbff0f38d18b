### E-mail: the foot, and what is told in the chat when an e-mail did not arrive.

# In the foot of every e-mail. $agency, $office, $email
mail-foot =
    { $agency } · { $office }
    This e-mail was sent automatically; replies to its address are not read.
    Questions? Write OFFICER in our chat, or send an e-mail to { $email }.
# $agency
mail-subject = News from { $agency }

mail-undelivered-title = an e-mail that did not arrive
# $agency, $address (masked)
mail-undelivered-account =
    { "*" }Our e-mail did not arrive.* The address { $address } cannot take e-mail from { $agency }. A letter may be wrong, or the mailbox is full.

    Important news still comes to this chat. To change the address: log in, write CORRECT MY DATA, then choose e-mail. The address is right? Make room in the mailbox first.
# $agency, $address (masked)
mail-undelivered-applicant =
    { "*" }Our e-mail did not arrive.* The address { $address } cannot take e-mail from { $agency }. A letter may be wrong, or the mailbox is full.

    Nothing changes for your registration, and its news comes to this chat. The address is wrong? Write OFFICER and tell us the right one, for example: my e-mail is your.name@contoh.id
