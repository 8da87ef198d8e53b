"""The forms of correspondence, a file a page. A form checks what was typed; what follows from it is an action."""
