### The selfie that somebody may send, only where the agency asks for one. English.

selfie-consent =
    { "*" }May we ask for a selfie? It is your choice.*

    If you agree, you send a selfie with your KTP in your hand. Our computer compares your face with the photo on the KTP and gives the officer one word: alike, or unclear. The officer decides, not the computer.

    A photo of a face is specially protected personal data (UU 27/2022). The selfie is kept encrypted with this registration and used for nothing else, and no measurements of your face are kept.

    If you would rather not, nothing is lost: your registration goes on as usual, just as fast. You can take it back later with WITHDRAW CONSENT; the selfie is then deleted at once.

    May we compare your face?
selfie-consent-label = Selfie permission
selfie-consent-help = Reply AGREE if we may, NO or SKIP if not. Whatever you answer, an officer looks at your registration as usual.
selfie-photo =
    Send a selfie with your KTP beside your face.
    For example: your face towards the camera in good light, nobody else in the photo, the KTP farther from the camera than your face.
    Changed your mind? Reply SKIP.
selfie-photo-label = Selfie with KTP
selfie-photo-help = Open the front camera, take off mask and sunglasses, and send the photo here. You cannot or would rather not? Reply SKIP: nothing is lost.
