# Going on, in this chat, with a form that was begun in another.

resume-title = Going on with a form
resume-phone = We look for your unfinished form by your phone number. Press *Send my number* if there is such a button, or type the number. Example: 0812-3456-7890
resume-none =
    There is no form to go on with here.
    A form can only move when both chats are proven to have the same phone number. You can go on with it in the old chat, or begin again here.
resume-move = You have an unfinished registration in another chat, last filled in on { $at }. Go on here with the answers you gave?
resume-late = That form has just been finished or cancelled in the other chat. Let us begin anew.
