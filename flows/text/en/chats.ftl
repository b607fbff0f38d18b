### Several chats of one person: linking, choosing, letting go; chats that may be in other hands by now.

menu-my-chats = My chats
button-my-chats = My chats
button-add-chat = Link another chat
button-link-this = Link this chat
button-prefer-chat = Send news here
button-unlink-chat = Unlink chat
button-leave-chat = Leave it

chat-channel-whatsapp = WhatsApp
chat-channel-telegram = Telegram
chat-channel-simulator = Simulator
chat-channel-other = Chat

## Linking another chat

link-code-title = linking of another chat
link-code-login-first = To link another chat to your account, please log in here first. Do you have a code from another chat? Type HUBUNGKAN and the code, for example: HUBUNGKAN 123456.
# $code, $minutes (number), $ways
link-code-code =
    { "*" }Link another chat.* From your second phone or app, send this message to our chat:

    { "*" }HUBUNGKAN { $code }*

    { $ways }
    Valid for { $minutes } minutes and only once. Give it to nobody, not even to somebody who claims to be an officer.
# $channel, $link
link-code-way = By { $channel }: { $link }
link-code-no-links = Open our chat there as you always do.
link-code-too-many = A code was asked for several times already. To be safe, wait 30 minutes, then write LINK ANOTHER CHAT again.
link-code-full = Many chats are linked to your account already. First unlink one that you do not use: choose *My chats*.

link-here-sure =
    Link this chat to the account of { $name }? News of that account may then come here.

    If that is not you, choose No.
link-here-kept = All right, this chat is not linked. If somebody told you to send that code, do not trust them.
link-here-linked =
    { "*" }Done. This chat is linked to your account.* We send news to the chat that you used last, or the one that you choose.

    This chat is not logged in. To use the account here, please log in first.
link-here-wrong =
    That code is not valid: a digit is wrong, its time is over, or it was used already. It has 6 digits.
    Example: HUBUNGKAN 123456

    For a new code write LINK ANOTHER CHAT in the chat that is logged in.
link-here-too-many = Too many wrong codes. To be safe, wait 1 hour. Another way: log in in this chat, then write LINK THIS CHAT.
link-here-others = This chat is linked to another person, so it cannot be linked to your account yet. If this phone or number was somebody else's before, choose "Not me". An officer can help, too.
link-here-already = This chat is linked to your account already. Please send the code from the other phone or app.
link-here-full = Many chats are linked to that account already. In the chat that is logged in write MY CHATS, then unlink one that you do not use.

## My chats

my-chats-title = my chats
my-chats-login-first = To see the chats that are linked to your account, please log in first.
my-chats-none = No chat is linked to your account yet. We send news to your e-mail. Would you like to get them in a chat, too?
# $list
my-chats-chat =
    { "*" }Chats that are linked to your account:*
    { $list }

    Which one is it about?
# $channel, $digits, $here (text), $since, $heard, $state (text)
my-chats-line =
    • { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(this chat)
       *[no] { "" }
    }, since { $since }, last used { $heard }{ $state ->
        [preferred] . Your choice for news.
        [first] . News go here.
        [unreachable] . Our messages do not arrive here.
       *[none] .
    }
my-chats-never = never
# $channel, $digits, $here (text)
my-chats-option =
    { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(this chat)
       *[no] { "" }
    }
# $channel, $digits, $here (text)
my-chats-name =
    { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(this chat)
       *[no] { "" }
    }
# $chat
my-chats-act = { "*" }{ $chat }.* What shall we do with it? If the phone is lost or the number is no longer yours: choose *Unlink chat*.
my-chats-left = All right, nothing has changed.
# $chat
my-chats-preferred-done = *Done.* From now on we send your account's news to { $chat } first. When they do not arrive we try your other chats, then e-mail.
# $chat
my-chats-sure = Unlink { $chat }? The login there ends, no more news are sent there, and your data cannot be seen there.
my-chats-kept = All right, that chat stays linked.
# $chat, $left (number)
my-chats-unlinked =
    { "*" }Done.* { $chat } is no longer linked to your account. { $left ->
        [0] No other chat is linked now; we send news to your e-mail.
       *[other] Your other chats are told.
    }
# $chat, $left (number)
my-chats-unlinked-number =
    { "*" }Done.* { $chat } is no longer linked to your account. { $left ->
        [0] No other chat is linked now; we send news to your e-mail.
       *[other] Your other chats are told.
    }

    The phone number of that chat is taken out of your account too, so that nobody else can use it. To add your present number write CHANGE PHONE NUMBER.
my-chats-late = The list has changed, so we did nothing. Please look at it again first.

## Notices

# $agency
chat-added-text = Another chat is now linked to your { $agency } account, with a code that was asked for after a login. Not you? Write MY CHATS and unlink that chat, then change your password.
# $agency
chat-removed-text = A chat was unlinked from your { $agency } account. No more news are sent there. Not you? Contact an officer right away, then change your password.
# $agency
chat-unlinked-text = This chat is no longer linked to any { $agency } account. No more news are sent here. If that is not right, contact an officer.
# $agency
other-hands-text = This chat seems to be used by another account or phone now. To be safe, what was under way here is stopped. Still you? Log in to see your { $agency } account again.
# $agency
news-waiting-text = There is news from { $agency } for the owner of the account that is linked to this chat. This chat was not used for long, so we do not show it yet. Log in first, or choose Check status. Not for you? Choose "Not me".

mail-chat-added-subject = Another chat is linked to your account
# $agency, $office
mail-chat-added-text =
    Hello,

    Another chat is now linked to your { $agency } account, with a code that was asked for after a login.

    If that was not you: log in in our chat, write MY CHATS, unlink that chat, then change your password. Difficult? Write OFFICER.

    { $office }
mail-chat-removed-subject = A chat was unlinked from your account
# $agency, $office
mail-chat-removed-text =
    Hello,

    A chat was unlinked from your { $agency } account. No more news are sent there.

    If that was not you, contact an officer right away: write OFFICER in our chat, then change your password.

    { $office }
mail-news-waiting-subject = There is news for you
# $agency, $office
mail-news-waiting-text =
    Hello,

    There is news about your { $agency } account, but our messages do not reach your chat. To read it, open our chat and log in; it is shown right away.

    { $office }
