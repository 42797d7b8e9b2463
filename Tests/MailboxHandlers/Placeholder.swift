// Delete this file when the first test is here.
