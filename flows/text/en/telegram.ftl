### For Telegram: the bot's menu of commands, and the button that sends one's own number.

button-share-number = 📱 Send my number

## The commands (at most 60 letters)

telegram-command-menu = All our services
telegram-command-register = Create an account
telegram-command-status = Check your registration
telegram-command-help = Help with this question
telegram-command-officer = Talk to our staff
telegram-command-language = Change language / ganti bahasa
telegram-command-cancel = Stop filling in
