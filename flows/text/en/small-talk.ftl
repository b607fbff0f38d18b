# Small talk, complaints and questions beside the form: a short, kind answer, and always a way on.

small-talk-greeting = Hello, we are here. 🙂
small-talk-thanks = You are welcome! 🙏 Anything else? Type *menu*.
small-talk-wait = Take your time, there is no hurry. Your answers are kept.
small-talk-stuck = No worry, we will help step by step. Type *menu* and choose what you need, or *human* to be helped by a person.
small-talk-slow = Sorry to keep you waiting.
small-talk-lost-card = We are sorry to hear that. It can be replaced, free of charge. This is what you need:
small-talk-cost = Every service here is free. There is nothing to pay. Would you like to see the services? Type *menu*.
small-talk-bot = Yes, these answers are automatic. To talk with a person, type *human*.
small-talk-abuse = Sorry that this is annoying. We want to help you to the end. Would you rather talk with a person? Type *human*.
small-talk-number = We do not know yet what that number is for. Please choose a service first.
small-talk-nod = All right. 🙂 What else do you need? Type *menu* to see the choices.
small-talk-picture = 🙂 How can we help? Type *menu* to see the choices.
small-talk-english = You can use English here: type *English*. / Bahasa Inggris juga bisa: tulis *English*.
