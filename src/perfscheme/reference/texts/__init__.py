"""The texts of the reference, by topic; `perfscheme.reference.descriptions` finds them."""
