### An officer's seat that ends with its chat.

long-silence-seat = This officer's chat was not used for long, so its seat ended, to protect citizens' data. Still an officer? Ask your IT staff for a new invitation code and type it here. Example: PTG-7K3F-9Q2M
# $name, $why (silence, released, other-hands)
seat-ended-text =
    The seat of officer *{ $name }* ended: { $why ->
        [silence] the chat was not used for long.
        [released] the chat was let go, for example because its number changed.
       *[other-hands] the chat seems to be used by somebody else.
    } The cases held there are free again. Still in office? Ask your IT staff for a new invitation: *npm run loket -- officer invite*.
