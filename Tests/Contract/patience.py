"""What tests have in place of limits in real time: nothing that a busy machine can use up decides about a test."""

# Far longer than any run of the tests takes on any machine. Only what never comes is waited for so long.
PATIENCE_SECONDS = 1200
