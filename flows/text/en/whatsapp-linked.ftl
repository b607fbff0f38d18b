### Ordinary WhatsApp (linked device).

## A notice for supervisors: the office's WhatsApp account is in trouble
channel-trouble-text =
    { $trouble ->
        [restricted] ⚠️ WhatsApp has restricted the office's account: for now, messages to people we do not know yet are not sent. Do not send mass messages from the office's phone. Open WhatsApp there to see until when; people with urgent news are best called.
        [unlinked] ⚠️ The office's WhatsApp is not linked to Loket any more. Messages on WhatsApp are not answered. Ask the IT staff to run *npm run loket -- whatsapp link*.
        [banned] ⚠️ WhatsApp has closed the office's account. Messages on WhatsApp are not answered. Open WhatsApp on the office's phone, follow its steps for a review, and tell the IT staff.
        [version] ⚠️ WhatsApp asks for a newer version, so Loket cannot connect. Tell the IT staff: see docs/whatsapp-linked.md, about the version.
       *[replaced] ⚠️ Another program uses the link to the office's WhatsApp, so Loket was cut off. Ask the IT staff to stop that program.
    }
