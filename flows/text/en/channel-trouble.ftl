### The office's accounts on WhatsApp and Telegram.

## A notice for supervisors: an account of the office is in trouble
channel-trouble-text =
    { $trouble ->
        [restricted] ⚠️ WhatsApp has restricted the office's account: for now, messages to people we do not know yet are not sent. Do not send mass messages from the office's phone. Open WhatsApp there to see until when; people with urgent news are best called.
        [unlinked] ⚠️ The office's WhatsApp is not linked to Loket any more. Messages on WhatsApp are not answered. Ask the IT staff to run *npm run loket -- whatsapp link*.
        [banned] ⚠️ WhatsApp has closed the office's account. Messages on WhatsApp are not answered. Open WhatsApp on the office's phone, follow its steps for a review, and tell the IT staff.
        [version] ⚠️ WhatsApp asks for a newer version, so Loket cannot connect. Tell the IT staff: see docs/whatsapp-linked.md, about the version.
        [token-refused] ⚠️ The office's official WhatsApp refuses Loket's token. Messages to that number are not answered. Ask the IT staff to make a new token: docs/whatsapp-cloud.md, part 1.
        [account-restricted] ⚠️ Meta has restricted or closed the office's official WhatsApp account. Messages to that number are not answered. Ask the IT staff to open Account Quality in WhatsApp Manager and to ask for a review.
        [payment-needed] ⚠️ The office's official WhatsApp waits for a payment to Meta, so nothing is sent. Ask the IT staff to check the payment method at Meta Business.
        [number-unknown] ⚠️ Meta does not know the office's official WhatsApp number, so nothing is sent. Ask the IT staff to check the Phone number ID: docs/whatsapp-cloud.md, part 2.
        [account-in-maintenance] ⚠️ Meta is working on the office's official WhatsApp. Messages wait and are sent afterwards by themselves. People with urgent news are best called.
        [quality-low] ⚠️ Meta says that the quality of the office's official WhatsApp number has fallen: people have blocked or reported it. Do not send what nobody asked for; the IT staff can see the reasons in WhatsApp Manager.
        [template-refused] ⚠️ Meta has refused or paused a WhatsApp template of the office. News for people who have not written for a day is waiting. Ask the IT staff to mend it: docs/whatsapp-cloud.md, part 4.
        [bot-unknown] ⚠️ Telegram does not know the office's bot any more. Messages on Telegram are not answered. Ask the IT staff to get the token from BotFather: docs/telegram.md.
        [bot-elsewhere] ⚠️ Another program takes the messages of the office's Telegram bot, so some people are not answered. Ask the IT staff to stop that program.
       *[replaced] ⚠️ Another program uses the link to the office's WhatsApp, so Loket was cut off. Ask the IT staff to stop that program.
    }
